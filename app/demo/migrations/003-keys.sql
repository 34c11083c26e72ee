-- The key (RFC 9449) that a code or a refresh token is bound to, by its thumbprint; none where whoever has it may use it.
ALTER TABLE codes ADD COLUMN key TEXT;
ALTER TABLE refresh_tokens ADD COLUMN key TEXT;
