"""The results as a chart: a bar for each run, seconds on a logarithmic scale.

Solvers are told apart by patterns and words, so that the chart can be printed in black.
"""

import math
from xml.sax.saxutils import escape

LABEL, WIDTH, NOTE = 80, 560, 140
BAR, GAP, TOP = 14, 16, 46

FILLS = {"vetmatch": "#000", "highs": "url(#lines)", "scip": "url(#dots)", "cpsat": "#fff"}

PATTERNS = """<defs>
<pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" fill="#fff"/><path d="M0 6L6 0" stroke="#000"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
<rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.2"/></pattern>
</defs>"""


def chart(totals):
    """An SVG text with a title and a description that says all that the bars say."""
    low, high = scale(totals)
    rounds = list(dict.fromkeys(row.round for row in totals))
    height = TOP + (len(totals) + len(rounds)) * (BAR + 2) + len(rounds) * GAP + 10
    width = LABEL + WIDTH + NOTE
    body = [*grid(low, high, height), *bars(totals, rounds, low, high)]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="title description" font-family="sans-serif" font-size="11">',
        "<title id=\"title\">Seconds until every tier is proven, by round and solver</title>",
        f'<desc id="description">{escape(description(totals))}</desc>',
        PATTERNS, f'<rect width="{width}" height="{height}" fill="#fff"/>',
        text(8, 18, "Seconds of solving, logarithmic; + is stopped before the proof", size=13),
        *body, "</svg>", ""])


def scale(totals):
    """Powers of ten around all seconds."""
    seconds = [max(row.seconds, 1e-3) for row in totals] or [1]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    return low, max(high, low + 1)


def place(seconds, low, high):
    return LABEL + WIDTH * (math.log10(max(seconds, 10.0**low)) - low) / (high - low)


def grid(low, high, height):
    for power in range(low, high + 1):
        x = place(10.0**power, low, high)
        yield f'<path d="M{x:.1f} {TOP - 8}V{height - 14}" stroke="#bbb"/>'
        yield text(x, TOP - 12, f"{10.0**power:g} s", anchor="middle")


def bars(totals, rounds, low, high):
    y = TOP
    for name in rounds:
        yield text(8, y + BAR - 3, name, weight="bold")
        y += BAR + 2
        for row in (r for r in totals if r.round == name):
            yield bar(row, y, low, high)
            y += BAR + 2
        y += GAP


def bar(row, y, low, high):
    end = max(place(row.seconds, low, high), LABEL + 1)
    fill = FILLS.get(row.solver, "#888")
    return "\n".join([
        text(LABEL - 6, y + BAR - 3, row.solver, anchor="end"),
        f'<rect x="{LABEL}" y="{y}" width="{end - LABEL:.1f}" height="{BAR}" fill="{fill}" '
        'stroke="#000"/>',
        text(end + 5, y + BAR - 3, words(row))])


def words(row):
    return f"{row.seconds:.3g} s" + ("" if row.proven else f" + ({row.status})")


def description(totals):
    return "; ".join(f"{row.round}, {row.solver}: {words(row)}" for row in totals)


def text(x, y, content, anchor="start", size=None, weight=None):
    extra = (f' font-size="{size}"' if size else "") + (f' font-weight="{weight}"' if weight else "")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{escape(content)}</text>'
