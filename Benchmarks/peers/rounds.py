"""Which rounds are compared, by name."""

import re
from pathlib import Path

from measuring.command import PROJECT, Failure

SETS = {
    "intervet": ["datasets/intervet"] + [f"intervet:{seed}" for seed in range(2, 11)],
    "small": [
        "datasets/conformance/28-group-with-leader-and-minimum",
        "datasets/published/gap-gap4-1",
        "datasets/published/gap-gapa-1",
        "datasets/published/preflib38-2012-13-greedy",
        "small:3", "small:4", "scaled-1000:1",
    ],
}

HELP = (
    "a folder, PROFILE:SEED or PROFILE-SIZE:SEED of `vetmatch generate`, or a set: "
    + ", ".join(f"{name} ({len(members)} rounds)" for name, members in SETS.items()))


def names(asked):
    """The rounds of the given names, sets taken apart, each once."""
    return list(dict.fromkeys(name for word in asked for name in SETS.get(word, [word])))


def folder(name, vetmatch, work):
    """The folder of a round, which is made if it has to be."""
    generated = re.fullmatch(r"([a-z]+)(?:-(\d+))?:(\d+)", name)
    if generated:
        profile, size, seed = generated.groups()
        place = work / "rounds" / name.replace(":", "-seed")
        return vetmatch.generate(profile, size, seed, place)
    for place in (Path(name), PROJECT / name):
        if (place / "applications.csv").exists():
            return place
    raise Failure(f"{name} is no round: {HELP}")
