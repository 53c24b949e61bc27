"""Shapes of the privacy API; other packages may import these."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backend.kit.wire import Storable


class ErasureRequest(BaseModel):
    """Whose conversation is to be erased."""

    model_config = ConfigDict(extra="forbid")

    conversation_id: Annotated[str, Field(min_length=1, max_length=200), Storable]
