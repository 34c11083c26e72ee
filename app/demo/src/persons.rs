//! The demo persons. Their id numbers have a valid check digit and a region that GB/T 2260 does not know, so that
//! they are nobody's.

/// A demo person.
pub(crate) struct Person {
    /// Chosen by this on the login page.
    pub(crate) id: &'static str,
    /// The issuer's subject.
    pub(crate) subject: &'static str,
    pub(crate) name: &'static str,
    pub(crate) birthdate: &'static str,
    pub(crate) gender: &'static str,
    pub(crate) id_number: &'static str,
    pub(crate) phone_number: &'static str,
}

/// Those whom the national provider knows.
pub(crate) const NATIONAL: [Person; 3] = [
    Person {
        id: "zhang-wei",
        subject: "7f1c9a52d06b4e38",
        name: "张伟",
        birthdate: "1990-03-07",
        gender: "male",
        id_number: "990106199003071175",
        phone_number: "+8610000000001",
    },
    Person {
        id: "li-xiuying",
        subject: "b2e80d4471a95c6f",
        name: "李秀英",
        birthdate: "1951-10-02",
        gender: "female",
        id_number: "990106195110020244",
        phone_number: "+8610000000002",
    },
    Person {
        id: "chen-jing",
        subject: "3d6a5be90c8f1742",
        name: "陈静",
        birthdate: "1985-06-15",
        gender: "female",
        id_number: "990106198506152060",
        phone_number: "+8610000000003",
    },
];

/// Those whom the provincial provider knows: Zhang Wei, whom the national one knows too, by another subject; and somebody whose subject here is
/// somebody else's there, for each provider counts for itself.
pub(crate) const PROVINCIAL: [Person; 2] = [
    Person {
        id: "zhang-wei",
        subject: "c40a17e6b95d2f83",
        name: "张伟",
        birthdate: "1990-03-07",
        gender: "male",
        id_number: "990106199003071175",
        phone_number: "+8610000000001",
    },
    Person {
        id: "wang-fang",
        subject: "b2e80d4471a95c6f",
        name: "王芳",
        birthdate: "1978-11-20",
        gender: "female",
        id_number: "990106197811200626",
        phone_number: "+8610000000004",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// GB 11643-1999, the check digit by ISO 7064 MOD 11-2.
    fn has_valid_check(number: &str) -> bool {
        let remainder = number
            .chars()
            .fold(0, |sum, c| (sum * 2 + if c == 'X' { 10 } else { c.to_digit(10).unwrap_or(99) }) % 11);
        number.len() == 18 && remainder == 1
    }

    #[test]
    fn id_numbers_agree_with_the_person() {
        for person in NATIONAL.iter().chain(&PROVINCIAL) {
            assert!(has_valid_check(person.id_number), "{}", person.name);
            assert_eq!(person.id_number.get(6..14).expect("a day"), person.birthdate.replace('-', ""));
            let is_male = person.id_number.as_bytes()[16] % 2 == 1;
            assert_eq!(is_male, person.gender == "male");
        }
    }
}
