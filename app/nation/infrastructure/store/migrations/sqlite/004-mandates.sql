-- What a helper may hand in for the person, as the contract writes it in JSON; NULL where they may follow alone.
ALTER TABLE helper_codes ADD COLUMN mandate TEXT;
ALTER TABLE helper_links ADD COLUMN mandate TEXT;

-- Who handed a case in for its person: the name is told to these two, the subject says to which helper. NULL where the person did it.
ALTER TABLE cases ADD COLUMN handed_in_by TEXT;
ALTER TABLE cases ADD COLUMN helper TEXT;

-- At which department a helper acted; NULL where they looked at the cases.
ALTER TABLE helper_looks ADD COLUMN department TEXT;
