import os
import subprocess
import sys

from bench import memory

ROLLUP = """55d0c0000000-7ffd1a5f9000 ---p 00000000 00:00 0 [rollup]
Rss:              120340 kB
Pss:               60170 kB
Pss_Anon:          50000 kB
"""


def test_reads_the_proportional_size() -> None:
    assert memory.read_pss(ROLLUP) == 60170
    assert memory.read_pss("") == 0


def test_a_family_holds_the_children() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert {os.getpid(), child.pid} <= set(memory.family(os.getpid()))
        assert memory.megabytes(os.getpid()) > memory.megabytes(child.pid) > 0
    finally:
        child.communicate()
    assert child.pid not in memory.family(os.getpid())
