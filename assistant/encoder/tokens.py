"""Text as the ids of its word pieces, as the sentence model was trained to read it."""

import re
from collections.abc import Sequence

from tokenizers import Tokenizer, models, pre_tokenizers

from assistant.encoder.weights import Vocabulary

_BLANKS = re.compile(" {2,}")


class Tokens:
    """The Unigram tokenizer of XLM-RoBERTa over the vocabulary inside the model's file."""

    def __init__(self, vocabulary: Vocabulary, most: int, prefix: str = "") -> None:
        self._prefix, self._spellings = prefix, vocabulary.spellings
        self._begin, self._end, self._most = vocabulary.begin, vocabulary.end, most - 2
        self._pieces = Tokenizer(models.Unigram(vocabulary.pieces, vocabulary.unknown))
        self._pieces.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The ids of each text with the prefix, between begin and end.

        What is longer than ``most`` is cut off.
        """
        read = [
            _BLANKS.sub(" ", (self._prefix + text).translate(self._spellings)) for text in texts
        ]
        return [
            [self._begin, *encoded.ids[: self._most], self._end]
            for encoded in self._pieces.encode_batch_fast(read)
        ]
