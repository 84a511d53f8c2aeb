"""How much of the machine other work took while something ran."""

import os
import pathlib
import time


class LoadByOthers:
    """Starts to watch when it is made."""

    def __init__(self):
        self.start = self.now()

    def now(self):
        """Seconds by the clock, of all processors at work, and of this process with all of its that have ended."""
        user, nice, system, _, _, interrupts, soft, stolen = map(
            int, pathlib.Path("/proc/stat").read_text().split()[1:9])
        busy = (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")
        return time.monotonic(), busy, sum(os.times()[:4])

    def share(self):
        """The part of all processors that others had since the start, from 0 to 1; all engines must have ended."""
        wall, busy, own = (after - before for before, after in zip(self.start, self.now()))
        return min(max((busy - own) / (wall * os.cpu_count()), 0), 1)
