from bench.talks import CYCLE, Citizen, Line, SmallTalker


def booking_of(seed: int) -> list[Line]:
    return Citizen(seed, set()).booking()


def test_a_seed_always_says_the_same() -> None:
    assert booking_of(3) == booking_of(3)
    assert booking_of(3) != booking_of(4)
    assert SmallTalker(3).plain() == SmallTalker(3).plain()


def test_only_the_last_line_of_a_booking_books() -> None:
    for seed in range(20):
        lines = booking_of(seed)
        assert [line.books for line in lines] == [False] * (len(lines) - 1) + [True]


def test_every_cycle_has_the_same_kinds_of_turn() -> None:
    kinds = {tuple(line.kind for line in Citizen(seed, set()).cycle()) for seed in range(20)}
    assert len(kinds) == 1
    assert len(kinds.pop()) == CYCLE
    assert len(SmallTalker(1).cycle()) == CYCLE


def test_no_placeholder_is_left() -> None:
    citizen = Citizen(1, set())
    lines = [line for _ in range(100) for line in citizen.booking() + citizen.cycle()]
    assert not [line for line in lines if "{" in line.text]


def test_hardly_a_message_is_said_twice() -> None:
    said: set[str] = set()
    citizens = [Citizen(seed, said) for seed in range(40)]
    texts = [line.text for _ in range(3) for citizen in citizens for line in citizen.booking()]
    assert len(set(texts)) > 0.95 * len(texts)
