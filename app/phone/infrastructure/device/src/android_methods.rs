//! What `MainActivity.kt` does for Rust: by name and signature, compared with the Kotlin by a test, since no compiler sees both.

/// A method of the activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Its types, as the Java Native Interface writes them.
    pub types: &'static str,
}

macro_rules! methods {
    ($($constant:ident = $name:literal $types:literal;)*) => {
        $(#[cfg_attr(not(target_os = "android"), expect(dead_code, reason = "called on Android, compared everywhere"))]
        pub(crate) const $constant: Method = Method { name: $name, types: $types };)*
        /// Every method that Rust calls.
        pub const METHODS: &[Method] = &[$(Method { name: $name, types: $types }),*];
    };
}

methods! {
    LINK = "deviceLink" "()Ljava/lang/String;";
    FOLDER = "deviceFolder" "()Ljava/lang/String;";
    SHARED = "deviceShared" "()Ljava/lang/String;";
    LANGUAGES = "deviceLanguages" "()Ljava/lang/String;";
    TEXT_SCALE = "deviceTextScale" "()F";
    IS_EXPLORED = "deviceIsExplored" "()Z";
    ANNOUNCE = "deviceAnnounce" "(Ljava/lang/String;)V";
    SECURE = "deviceSecure" "(Z)V";
    TAP = "deviceTap" "(I)V";
    NETWORK = "deviceNetwork" "()I";
    SHARE = "deviceShare" "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Z";
    REMIND = "deviceRemind" "(Ljava/lang/String;JJZ)Z";
    SPEAK = "deviceSpeak" "([Ljava/lang/String;[Ljava/lang/String;)I";
    IS_SPEAKING = "deviceIsSpeaking" "()Z";
    SILENCE = "deviceSilence" "()V";
}
