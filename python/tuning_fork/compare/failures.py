"""Why a comparison cannot be made or go on: one of a few causes and one sentence."""

import traceback

from tuning_fork.failure import Failure, classify


class CompareError(Exception):
    """A failure with its cause and its sentence known where it is raised."""

    def __init__(self, cause: str, message: str) -> None:
        """Keep `message`, one sentence, as a failure of `cause`."""
        super().__init__(message)
        self.failure = Failure(cause, message)


def failure_of(error: BaseException, phase: str = "") -> Failure:
    """Return the failure of any exception; `phase` is one of those that `classify` knows."""
    if isinstance(error, CompareError):
        return error.failure
    return classify("".join(traceback.format_exception(error)), phase)
