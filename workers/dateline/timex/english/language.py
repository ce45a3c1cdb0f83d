"""English, as the tagger and the reader ask it."""

from dateline.timex import comparison, direction
from dateline.timex.english.grammar import TREE
from dateline.timex.english.joints import JOINTS
from dateline.timex.english.terminals import meanings
from dateline.timex.english.traps import table
from dateline.timex.language import Language

ENGLISH = Language(
    tree=TREE,
    meanings=meanings,
    is_trap=table.is_trap,
    look=direction.look,
    compares=comparison.compares,
    joints=JOINTS,
)
