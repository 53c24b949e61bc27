"""Words of a message by the rules of its language."""

from functools import cache
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from assistant.nlu.language import LANGUAGE

_PACKAGES = {"de": "de_core_news_md", "en": "en_core_web_md"}
_LONGEST_READ = 2000


@cache
def pipeline(language: str) -> Language:
    """SpaCy for ``language``: the trained package when installed, else the blank one
    with lemmas from ``spacy-lookups-data``.
    """
    if spacy.util.is_package(_PACKAGES[language]):
        return spacy.load(_PACKAGES[language], disable=["parser", "ner"])
    blank = spacy.blank(language)
    blank.add_pipe("lemmatizer", config={"mode": "lookup"})
    blank.initialize()
    return blank


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class CityTokenizer(Tokenizer):
    """spaCy's tokenizer for German or English, with lemmas, chosen by the message's language."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """See the parent class."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
        }

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CityTokenizer":
        """See the parent class; both languages are read in now, not in somebody's first turn."""
        for language in _PACKAGES:
            pipeline(language)
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of ``attribute``, each with its lemma in lower case."""
        text = (message.get(attribute) or "")[:_LONGEST_READ]
        document = pipeline(message.get(LANGUAGE) or "de")(text)
        tokens = [
            Token(token.text, token.idx, lemma=token.lemma_.lower() or token.lower_)
            for token in document
            if not token.is_space
        ]
        return self._apply_token_pattern(tokens)
