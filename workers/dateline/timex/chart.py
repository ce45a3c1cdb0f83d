"""Matching: every rule at every place, bottom up, in one sweep from the end of the text.

At each token the words' own meanings start patterns; a pattern that is complete becomes a node,
which may start further patterns there ("Friday" in "Friday morning"). What stands to the right is
already known. Nodes are at most `LONGEST` tokens long and one is kept for each name and extent, so
that the work is linear in the length of any text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.timex.rule import TIMEXES, Rule, State, Variant

LONGEST = 18


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of tokens with a meaning, and the rule that gave it."""

    name: str
    start: int
    end: int
    meaning: Any
    rule: Rule | None
    children: tuple["Node", ...] = ()
    before: int = 0
    after: int = 0

    @property
    def rule_name(self) -> str:
        """The name of the rule, for a word by itself the name it is known by."""
        return self.name if self.rule is None else self.rule.name

    @property
    def span(self) -> tuple[int, int]:
        """The tokens of the timex itself, without the words that only stand beside it."""
        return self.start + self.before, self.end - self.after


def candidates(
    words: Sequence[str],
    meanings: Sequence[tuple[tuple[str, Any], ...]],
    root: State,
    breaks: Sequence[bool],
) -> list[list[Node]]:
    """For each token, the timexes whose match starts there; none runs over a break."""
    chart: list[dict[str, list[Node]]] = [{} for _ in words]
    found: list[list[Node]] = [[] for _ in words]
    wall = len(words)
    done: dict[str, list[Node]] = {}
    for start in range(len(words) - 1, -1, -1):
        if start + 1 < len(words) and breaks[start + 1]:
            wall = start + 1
        if meanings[start] or words[start] in root.following:
            found[start] = _Sweep(words, chart, root, start, wall).run(meanings[start])
        if start + LONGEST < len(words):
            # Out of reach of everything further left.
            chart[start + LONGEST] = done
    return found


class _Sweep:
    """The work at one place: an agenda of nodes that start there."""

    def __init__(
        self,
        words: Sequence[str],
        chart: list[dict[str, list[Node]]],
        root: State,
        start: int,
        wall: int,
    ) -> None:
        self._words, self._chart, self._root, self._start = words, chart, root, start
        self._limit = min(wall, start + LONGEST)
        self._seen: dict[tuple[str, int, int, int], Node] = {}
        self._agenda: list[Node] = []

    def run(self, meanings: tuple[tuple[str, Any], ...]) -> list[Node]:
        """Every timex that starts here."""
        start = self._start
        for name, meaning in meanings:
            self._add(Node(name, start, start + 1, meaning, None))
        state = self._root.following.get(self._words[start])
        if state is not None:
            self._walk(state, start + 1, (None,))
        for node in self._agenda:
            state = self._root.following.get(node.name)
            if state is not None:
                self._walk(state, node.end, (node,))
        return [node for node in self._seen.values() if node.name in TIMEXES]

    def _walk(self, state: State, at: int, path: tuple[Node | None, ...]) -> None:
        for rule, variant in state.ending:
            self._complete(rule, variant, at, path)
        if at >= self._limit or not state.following:
            return
        literal = state.following.get(self._words[at])
        if literal is not None:
            self._walk(literal, at + 1, (*path, None))
        for name, nodes in self._chart[at].items():
            following = state.following.get(name)
            if following is not None:
                for node in nodes:
                    if node.end <= self._limit:
                        self._walk(following, node.end, (*path, node))

    def _complete(
        self,
        rule: Rule,
        variant: Variant,
        end: int,
        path: tuple[Node | None, ...],
    ) -> None:
        before, after = _beside(variant, path)
        if (rule.yields, end, before, after) in self._seen:
            return
        arguments: list[Any] = [None] * variant.width
        for slot, node in zip(variant.slots, path, strict=True):
            if slot is not None and node is not None:
                arguments[slot] = node.meaning
        meaning = rule.means(*arguments)
        if meaning is not None:
            children = tuple(node for node in path if node is not None)
            self._add(Node(rule.yields, self._start, end, meaning, rule, children, before, after))

    def _add(self, node: Node) -> None:
        key = (node.name, node.end, node.before, node.after)
        if key in self._seen:
            return
        self._seen[key] = node
        if node.before or node.after:
            # What leans on words outside itself is no part of anything larger.
            return
        self._chart[self._start].setdefault(node.name, []).append(node)
        self._agenda.append(node)


def _beside(variant: Variant, path: tuple[Node | None, ...]) -> tuple[int, int]:
    """How many tokens of a match only stand before the timex, and how many behind it."""
    if not any(variant.sides):
        return 0, 0
    widths = [1 if node is None else node.end - node.start for node in path]
    before, after = (
        sum(width for width, its in zip(widths, variant.sides, strict=True) if its == side)
        for side in ("<", ">")
    )
    return before, after
