# An assistant's month by exception: what differs, what is to settle, what can be approved.
