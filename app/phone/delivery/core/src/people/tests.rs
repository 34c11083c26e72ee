use fingertip_secrets::{MemorySecrets, device_key};

use super::*;

fn name(text: &str) -> ProfileName {
    ProfileName::new(text).expect("a name")
}

fn who(subject: &str) -> Owner {
    Owner { issuer: "https://id.example".into(), subject: subject.into() }
}

struct Device {
    _folder: tempfile::TempDir,
    profiles: Profiles,
    secrets: Arc<dyn SecretStore>,
}

impl Device {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let profiles = Profiles::new(folder.path());
        Self { _folder: folder, profiles, secrets: Arc::new(MemorySecrets::default()) }
    }

    fn people(&self) -> People {
        People::open(name("main"), self.profiles.clone(), self.secrets.clone()).expect("people")
    }

    fn make(&self, profile: &ProfileName) {
        drop(open_records(&self.profiles, &*self.secrets, profile, None).expect("a store"));
    }
}

#[test]
fn the_first_person_gets_the_store_that_is_there_and_the_next_one_another() {
    let device = Device::new();
    let mut people = device.people();
    let main = people.current();
    device.make(&main);
    assert_eq!(people.place(&main, &who("a"), None).expect("placed"), Belongs::Here);
    assert_eq!(people.place(&main, &who("a"), None).expect("placed"), Belongs::Here);
    let second = name("main-2");
    let elsewhere = Belongs::Elsewhere { profile: second.clone(), was_nobodys: false };
    assert_eq!(people.place(&main, &who("b"), None).expect("placed"), elsewhere);
    device.make(&second);
    people.choose(&second).expect("chosen");

    // Also after a start.
    let mut people = device.people();
    assert_eq!((people.current(), people.owner(&main)), (second.clone(), Some(&who("a"))));
    let back = Belongs::Elsewhere { profile: main.clone(), was_nobodys: false };
    assert_eq!(people.place(&second, &who("a"), None).expect("placed"), back);
    // The same subject of another issuer is somebody else.
    let other = Owner { issuer: "https://other.example".into(), ..who("a") };
    let third = Belongs::Elsewhere { profile: name("main-3"), was_nobodys: false };
    assert_eq!(people.place(&main, &other, None).expect("placed"), third);
}

#[test]
fn what_nobody_owns_leads_a_known_person_to_their_own() {
    let device = Device::new();
    let mut people = device.people();
    let main = people.current();
    device.make(&main);
    people.place(&main, &who("a"), None).expect("placed");
    let guest = people.free_name().expect("a name");
    device.make(&guest);
    let belongs = people.place(&guest, &who("a"), None).expect("placed");
    assert_eq!(belongs, Belongs::Elsewhere { profile: main, was_nobodys: true });
    assert_eq!(people.owner(&guest), None);
    assert_eq!(
        people.place(&guest, &who("b"), None).expect("placed"),
        Belongs::Here,
        "a new person keeps what they began"
    );
}

#[test]
fn what_is_forgotten_leaves_neither_file_nor_key() {
    let device = Device::new();
    let mut people = device.people();
    let main = people.current();
    device.make(&main);
    people.place(&main, &who("a"), None).expect("placed");
    people.forget(&main).expect("forgotten");
    assert!(!device.profiles.has_records(&main) && people.owner(&main).is_none());
    assert_eq!(device.secrets.get(&key_name(&main)).expect("read"), None);
    people.forget(&main).expect("forgetting again is no error");
}

#[test]
fn who_owns_what_is_never_guessed() {
    let device = Device::new();
    device.secrets.set("people-main", b"of a version to come").expect("kept");
    let opened = People::open(name("main"), device.profiles.clone(), device.secrets.clone());
    assert!(matches!(opened, Err(CoreError::Secrets(SecretError::Shape))));
}

#[test]
fn a_key_is_made_for_a_new_store_only() {
    let device = Device::new();
    device.make(&name("main"));
    let key = device_key(&*device.secrets, "records-main").expect("kept");
    device.secrets.forget("records-main").expect("lost");
    let opened = open_records(&device.profiles, &*device.secrets, &name("main"), None);
    assert!(matches!(opened, Err(CoreError::Secrets(SecretError::Missing))));
    assert_eq!(device.secrets.get("records-main").expect("read"), None);
    device.secrets.set("records-main", &*key).expect("back");
    device.make(&name("main"));
}

#[test]
fn a_person_has_one_store_at_whichever_issuer_they_sign_in_and_nobody_else_gets_into_it() {
    let device = Device::new();
    let mut people = device.people();
    let main = people.current();
    device.make(&main);
    let elsewhere = |subject: &str| Owner { issuer: "https://province.example".into(), ..who(subject) };
    assert_eq!(people.place(&main, &who("a"), Some("p")).expect("placed"), Belongs::Here);
    assert_eq!(people.place(&main, &elsewhere("x"), Some("p")).expect("placed"), Belongs::Here);
    // The same name at another issuer is nobody's proof; only the platform's word is.
    let second = Belongs::Elsewhere { profile: name("main-2"), was_nobodys: false };
    assert_eq!(people.place(&main, &elsewhere("a"), Some("q")).expect("placed"), second);
    device.make(&name("main-2"));
    // Known by now: the platform need not be asked, also after a start, and also when it calls them otherwise.
    let mut people = device.people();
    assert_eq!(people.place(&main, &elsewhere("x"), None).expect("placed"), Belongs::Here);
    assert_eq!(people.store_of(&elsewhere("x")), Some(main.clone()));
    assert_eq!(people.place(&main, &who("a"), Some("r")).expect("placed"), Belongs::Here);
    assert_eq!(people.person(&main), Some("r"));
    people.forget(&main).expect("forgotten");
    assert_eq!((people.store_of(&elsewhere("x")), people.person(&main)), (None, None));
}
