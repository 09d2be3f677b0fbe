"""Draws the chart of how long a proof of INTERVET takes from the tables of docs/benchmarks.md, so that
the two cannot disagree: `python3 Benchmarks/measuring/picture.py` writes
docs/pictures/benchmarks.svg, with `--check` it only says whether that is what stands there."""

import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

PROJECT = Path(__file__).resolve().parents[2]
PAGE = PROJECT / "docs" / "benchmarks.md"
PICTURE = PROJECT / "docs" / "pictures" / "benchmarks.svg"
WIDTH, LABEL, BAR, STEP, TOP = 760, 250, 20, 34, 56


def rows():
    """Solver and seconds of processor time, as the table has them."""
    for line in PAGE.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 8 and (found := re.match(r"([\d.]+) s", cells[7])):
            yield cells[0].split(",")[0], float(found.group(1))


def drawn(rows):
    """White bars with a black outline but for our own: it can be printed in black."""
    longest = max(seconds for _, seconds in rows)
    height = TOP + STEP * len(rows) + 8
    told = "; ".join(f"{name}: {seconds:g} s" for name, seconds in rows)
    title = "Seconds of processor time until every tier of INTERVET is proven"
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
           'aria-labelledby="title text" font-family="sans-serif" font-size="14">')
    yield f'<title id="title">{title}</title><desc id="text">{escape(told)}</desc>'
    yield f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    yield f'<text x="16" y="30" font-size="16" font-weight="600">{title}</text>'
    for place, (name, seconds) in enumerate(rows):
        y = TOP + place * STEP
        length = max(2, (WIDTH - LABEL - 90) * seconds / longest)
        fill = "#0f7a62" if name == "vetmatch" else "#fff"
        yield f'<text x="{LABEL - 10}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
        yield (f'<rect x="{LABEL}" y="{y}" width="{length:.1f}" height="{BAR}" fill="{fill}" '
               'stroke="#333"/>')
        yield f'<text x="{LABEL + length + 8:.1f}" y="{y + 15}">{seconds:g} s</text>'
    yield "</svg>\n"


def main():
    text = "\n".join(drawn(list(rows())))
    if "--check" in sys.argv:
        if not PICTURE.exists() or PICTURE.read_text() != text:
            sys.exit(f"{PICTURE.relative_to(PROJECT)} is not what docs/benchmarks.md says")
        return
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(text)


if __name__ == "__main__":
    main()
