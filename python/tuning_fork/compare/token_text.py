"""Text of tokens one after the other, with letters of several tokens kept whole."""

from typing import Any

_UNFINISHED = "\ufffd"


class TokenText:
    """Decodes a growing sequence: what `add` returns, joined with `rest`, is the text of the whole.

    A token alone may be a part of a letter, or lose the space in front of it: so each is decoded with the few before.
    """

    def __init__(self, tokenizer: Any) -> None:
        """Begin with no tokens."""
        self._tokenizer = tokenizer
        self._ids: list[int] = []
        self._context = 0
        self._done = 0

    def add(self, token: int) -> str:
        """Return the text that `token` completes; empty while a letter is unfinished."""
        self._ids.append(token)
        text = self._new_text()
        if not text or text.endswith(_UNFINISHED):
            return ""
        self._context, self._done = self._done, len(self._ids)
        return text

    def rest(self) -> str:
        """Return the text of tokens that never became a whole letter."""
        text = self._new_text()
        self._context = self._done = len(self._ids)
        return text

    def _new_text(self) -> str:
        return self._decode(self._ids[self._context :])[len(self._decode(self._ids[self._context : self._done])) :]

    def _decode(self, ids: list[int]) -> str:
        return self._tokenizer.decode(ids, skip_special_tokens=False, clean_up_tokenization_spaces=False)


def token_texts(tokenizer: Any, ids: list[int]) -> list[str]:
    """Return a text for each token; joined they are the text of all."""
    text = TokenText(tokenizer)
    texts = [text.add(token) for token in ids]
    if texts:
        texts[-1] += text.rest()
    return texts
