-- By which class of sign-in a grant was given (`acr`); NULL where a provider has none.
ALTER TABLE grants ADD COLUMN acr TEXT;
