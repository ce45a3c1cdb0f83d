"""English, as the tagger and the reader ask it."""

from dateline.timex import direction, doubt
from dateline.timex.english.grammar import TREE
from dateline.timex.english.joints import JOINTS
from dateline.timex.english.terminals import meanings
from dateline.timex.language import Language

ENGLISH = Language(
    tree=TREE,
    meanings=meanings,
    is_trap=doubt.is_trap,
    look=direction.look,
    compares=direction.compares,
    joints=JOINTS,
)
