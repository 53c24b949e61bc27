"""The loop that adapts the sentence model: cross-entropy over intents, on noisy messages."""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.adaptation.examples import Example
from assistant.encoder.adaptation.model import Adaptable
from assistant.encoder.adaptation.noise import noisy
from assistant.encoder.adapter import Adapter, Head
from assistant.encoder.weights import Weights

_POOL = 32
_WARM_UP = 0.06
_LONGEST_STEP = 1.0
_OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Plan:
    """How it is learnt. ``scale`` is the sharpness of cosines as scores; ``weight`` is how
    much more an out-of-scope message counts, which are as manifold as all others together.
    """

    epochs: int = 4
    batch: int = 32
    rank: int = 32
    rate: float = 1e-3
    dropout: float = 0.05
    smoothing: float = 0.05
    scale: float = 20.0
    weight: float = 2.0
    seed: int = 0


class Lesson:
    """One adaptation of ``weights`` to ``taught``."""

    def __init__(self, weights: Weights, taught: Sequence[Example], plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self._plan, self._taught, self._chance = plan, taught, Random(plan.seed)
        self._model = Adaptable(weights, plan.rank, plan.dropout)
        self._intents = sorted({example.intent for example in taught})
        self._weights = torch.ones(len(self._intents))
        if _OUT_OF_SCOPE in self._intents:
            self._weights[self._intents.index(_OUT_OF_SCOPE)] = plan.weight
        self._centre, prototypes = self._prototypes()
        self._head = nn.Parameter(prototypes)
        self._bias = nn.Parameter(torch.zeros(len(self._intents)))

    def run(self, held: Sequence[Example]) -> Adapter:
        """Learn; prints how far it is, and after each round the share of ``held`` understood."""
        plan, began = self._plan, time.monotonic()
        parameters = [p for p in self._model.parameters() if p.requires_grad]
        parameters += [self._head, self._bias]
        optimiser = torch.optim.AdamW(parameters, plan.rate, betas=(0.9, 0.98))
        steps = plan.epochs * math.ceil(len(self._taught) / plan.batch)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _pace(at / steps))
        for epoch in range(1, plan.epochs + 1):
            self._model.train()
            for batch in self._batches():
                self._loss(batch).backward()
                nn.utils.clip_grad_norm_(parameters, _LONGEST_STEP)
                optimiser.step()
                schedule.step()
                optimiser.zero_grad()
            minutes = (time.monotonic() - began) / 60
            share = self._share(held)
            print(f"round {epoch}: {share:.4f} of what is held out, {minutes:.1f} min", flush=True)
        return self._adapter()

    def _batches(self) -> Iterator[list[Example]]:
        """All examples with new noise, messages of like length together."""
        said = [
            Example(noisy(each.text, each.language, self._chance), each.language, each.intent)
            for each in self._taught
        ]
        self._chance.shuffle(said)
        size, batches = self._plan.batch, []
        for start in range(0, len(said), size * _POOL):
            pool = sorted(said[start : start + size * _POOL], key=lambda each: len(each.text))
            batches += [pool[at : at + size] for at in range(0, len(pool), size)]
        self._chance.shuffle(batches)
        yield from batches

    def _loss(self, batch: Sequence[Example]) -> Tensor:
        meant = torch.tensor([self._intents.index(each.intent) for each in batch])
        scores = self._scores(self._meanings([each.text for each in batch]))
        return functional.cross_entropy(
            scores, meant, self._weights, label_smoothing=self._plan.smoothing
        )

    def _scores(self, meanings: Tensor) -> Tensor:
        unit = functional.normalize(meanings - self._centre)
        return self._plan.scale * functional.linear(unit, self._head) + self._bias

    def _meanings(self, texts: Sequence[str]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            return functional.normalize(self._model(texts).float())

    @torch.no_grad()
    def _embedded(self, examples: Sequence[Example]) -> Tensor:
        self._model.eval()
        order = sorted(range(len(examples)), key=lambda at: len(examples[at].text))
        rows = torch.zeros(len(examples), self._model.width)
        for at in range(0, len(order), self._plan.batch):
            chosen = order[at : at + self._plan.batch]
            rows[chosen] = self._meanings([examples[each].text for each in chosen])
        return rows

    def _prototypes(self) -> tuple[Tensor, Tensor]:
        """The centre of all examples, and the direction in which each intent lies from it."""
        meanings = self._embedded(self._taught)
        centre = meanings.mean(0)
        unit = functional.normalize(meanings - centre)
        intents = torch.tensor([self._intents.index(each.intent) for each in self._taught])
        means = [unit[intents == intent].mean(0) for intent in range(len(self._intents))]
        return centre, functional.normalize(torch.stack(means))

    @torch.no_grad()
    def _share(self, held: Sequence[Example]) -> float:
        best = self._scores(self._embedded(held)).argmax(1).tolist()
        right = [self._intents[at] == each.intent for at, each in zip(best, held, strict=True)]
        return sum(right) / max(len(right), 1)

    def _adapter(self) -> Adapter:
        weights = (self._plan.scale * self._head).detach().numpy()
        head = Head(self._intents, weights, self._bias.detach().numpy(), self._centre.numpy())
        return Adapter(dict(self._model.differences()), head)


def _pace(done: float) -> float:
    """Warm-up, then half a cosine down to nothing."""
    return min(1.0, done / _WARM_UP + 1e-3) * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
