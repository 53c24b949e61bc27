import threading

from backend.kit.scheduler import Scheduler


def test_a_failing_job_is_ticked_again() -> None:
    runs: list[int] = []
    twice = threading.Event()

    def job() -> None:
        runs.append(1)
        if len(runs) == 2:
            twice.set()
        raise RuntimeError("no")

    scheduler = Scheduler()
    scheduler.every(0.02, "failing", job)
    assert not scheduler.running
    scheduler.start()
    assert twice.wait(5)
    scheduler.stop()
    assert not scheduler.running
