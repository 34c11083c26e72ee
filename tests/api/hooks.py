"""What schemathesis does not know of itself: how a piece of a file is sent (application/partial-upload)."""

import schemathesis


@schemathesis.serializer("application/partial-upload")
def piece(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")
