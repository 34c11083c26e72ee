//! Android: each ability is a method of the activity (`MainActivity.kt`), called through the Java Native Interface.
//!
//! The activity's object and not a class by its name: threads of Rust's find no class of the app's (their loader is the system's own).
#![expect(unsafe_code, reason = "the Java Native Interface")]

use std::{
    ffi::c_void,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use jni::{
    JNIEnv, JavaVM, NativeMethod,
    errors::Result as JniResult,
    objects::{GlobalRef, JObject, JObjectArray, JString, JValue},
};
use url::Url;

use crate::{
    Browser, Calendar, DeviceError, Links, Network, Networks, Places, Reminder, Screen, Senses, Share,
    Shared, Spoken, Tap, Touch, Voice,
    android_methods::{
        ANNOUNCE, FOLDER, IS_EXPLORED, IS_SPEAKING, LANGUAGES, LINK, Method, NETWORK, REMIND, SECURE, SHARE,
        SHARED, SILENCE, SPEAK, TAP, TEXT_SCALE,
    },
    open_page,
};

/// How many references to Java's objects one call may make.
const FRAME: i32 = 64;

/// The activity, for as long as the process lives: it ends with it.
#[derive(Clone)]
pub(crate) struct Android {
    machine: Arc<JavaVM>,
    activity: GlobalRef,
}

fn refused(call: &'static str) -> DeviceError {
    DeviceError::Refused { call }
}

impl Android {
    /// # Errors
    /// Where the virtual machine does not answer.
    pub(crate) fn new() -> Result<Self, DeviceError> {
        let context = ndk_context::android_context();
        // SAFETY: tao has put the process's one virtual machine there before it began the program (ndk_glue.rs, `create`); it lives as
        // long as the process.
        let machine =
            unsafe { JavaVM::from_raw(context.vm().cast()) }.map_err(|_| refused("the virtual machine"))?;
        let activity = {
            let env = machine.attach_current_thread().map_err(|_| refused("a thread of the machine's"))?;
            // SAFETY: tao holds a global reference to the activity for as long as it lives, and it is alive: it waits for this
            // program's event loop. `JObject` deletes nothing when it is dropped.
            let own = unsafe { JObject::from_raw(context.context().cast()) };
            env.new_global_ref(own).map_err(|_| refused("the activity"))?
        };
        check_certificates()?;
        Ok(Self { machine: Arc::new(machine), activity })
    }

    /// Calls `method`. What Java throws is put away: it must not reach the next call.
    fn call<T>(
        &self,
        method: Method,
        work: impl FnOnce(&mut JNIEnv<'_>, &JObject<'_>, Method) -> JniResult<T>,
    ) -> Result<T, DeviceError> {
        let mut env = self.machine.attach_current_thread().map_err(|_| refused(method.name))?;
        let done = env.with_local_frame(FRAME, |env| work(env, self.activity.as_obj(), method));
        if env.exception_check().unwrap_or(true) {
            let _ = env.exception_clear();
        }
        done.map_err(|_| refused(method.name))
    }

    fn text(&self, method: Method) -> Result<Option<String>, DeviceError> {
        self.call(method, |env, activity, method| {
            let text = JString::from(env.call_method(activity, method.name, method.types, &[])?.l()?);
            if text.is_null() { Ok(None) } else { Ok(Some(env.get_string(&text)?.into())) }
        })
    }

    fn truth(&self, method: Method) -> Result<bool, DeviceError> {
        self.call(method, |env, activity, method| {
            env.call_method(activity, method.name, method.types, &[])?.z()
        })
    }

    fn number(&self, method: Method, values: &[JValue<'_, '_>]) -> Result<i32, DeviceError> {
        self.call(method, |env, activity, method| {
            env.call_method(activity, method.name, method.types, values)?.i()
        })
    }

    fn tell(&self, method: Method, values: &[JValue<'_, '_>]) -> Result<(), DeviceError> {
        self.call(method, |env, activity, method| {
            env.call_method(activity, method.name, method.types, values)?.v()
        })
    }

    fn folder(&self, method: Method) -> Result<PathBuf, DeviceError> {
        self.text(method)?.map(PathBuf::from).ok_or(refused(method.name))
    }
}

/// Lets certificates be checked by Android: until then the first request of any HTTP client ends the program.
fn check_certificates() -> Result<(), DeviceError> {
    use jni_of_verifier::{JavaVM, objects::JObject};
    let context = ndk_context::android_context();
    // SAFETY: as in `Android::new`: the process's one virtual machine, which lives as long as it.
    let machine = unsafe { JavaVM::from_raw(context.vm().cast()) };
    machine
        .attach_current_thread(|env| {
            // SAFETY: the activity, which tao holds; it is borrowed for this call, and what it is made into is made anew by the callee.
            let activity = unsafe { JObject::from_raw(env, context.context().cast()) };
            rustls_platform_verifier::android::init_with_env(env, activity)
        })
        .map_err(|_| refused("the check of certificates"))
}

fn texts<'a>(
    env: &mut JNIEnv<'a>,
    values: impl ExactSizeIterator<Item = String>,
) -> JniResult<JObjectArray<'a>> {
    let length = i32::try_from(values.len()).unwrap_or(i32::MAX);
    let array = env.new_object_array(length, "java/lang/String", JObject::null())?;
    for (index, value) in (0..length).zip(values) {
        let value = env.new_string(value)?;
        env.set_object_array_element(&array, index, &value)?;
        env.delete_local_ref(value)?;
    }
    Ok(array)
}

impl Voice for Android {
    fn speak(&self, lines: &[Spoken]) -> Result<(), DeviceError> {
        let outcome = self.call(SPEAK, |env, activity, method| {
            let said = texts(env, lines.iter().map(|line| line.text.clone()))?;
            let best = |line: &Spoken| line.languages.first().cloned().unwrap_or_default();
            let languages = texts(env, lines.iter().map(best))?;
            env.call_method(activity, method.name, method.types, &[(&said).into(), (&languages).into()])?.i()
        })?;
        match outcome {
            0 => Ok(()),
            2 => Err(DeviceError::NoVoice),
            _ => Err(DeviceError::Unavailable { reason: "no voice is installed" }),
        }
    }
    fn is_speaking(&self) -> bool {
        self.truth(IS_SPEAKING).unwrap_or(false)
    }
    fn silence(&self) {
        // Where there is no voice it is silent.
        let _ = self.tell(SILENCE, &[]);
    }
}

impl Share for Android {
    fn can_share(&self) -> bool {
        true
    }
    fn share(&self, what: &Shared) -> Result<(), DeviceError> {
        let is_shown = self.call(SHARE, |env, activity, method| {
            let none = JObject::null();
            let (text, path, media_type) = match what {
                Shared::Text(text) => (env.new_string(text)?.into(), none, env.new_string("text/plain")?),
                Shared::File { path, media_type } => {
                    (none, env.new_string(path.to_string_lossy())?.into(), env.new_string(media_type)?)
                }
            };
            let values = [(&text).into(), (&path).into(), (&media_type).into()];
            env.call_method(activity, method.name, method.types, &values)?.z()
        })?;
        if is_shown { Ok(()) } else { Err(refused(SHARE.name)) }
    }
}

impl Senses for Android {
    fn text_scale(&self) -> Result<f32, DeviceError> {
        self.call(TEXT_SCALE, |env, activity, method| {
            env.call_method(activity, method.name, method.types, &[])?.f()
        })
    }
    fn has_reader(&self) -> Result<bool, DeviceError> {
        self.truth(IS_EXPLORED)
    }
    fn announce(&self, text: &str) -> Result<(), DeviceError> {
        self.call(ANNOUNCE, |env, activity, method| {
            let text = env.new_string(text)?;
            env.call_method(activity, method.name, method.types, &[(&text).into()])?.v()
        })
    }
    fn languages(&self) -> Vec<String> {
        // Not the system's property: somebody may have chosen another language for this app alone.
        let languages = self.text(LANGUAGES).ok().flatten().unwrap_or_default();
        languages.split(',').filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
    }
}

impl Screen for Android {
    fn secure(&self, is_secure: bool) -> Result<(), DeviceError> {
        self.tell(SECURE, &[JValue::Bool(u8::from(is_secure))])
    }
}

impl Touch for Android {
    fn tap(&self, tap: Tap) -> Result<(), DeviceError> {
        let kind = match tap {
            Tap::Touched => 0,
            Tap::Done => 1,
            Tap::NotTaken => 2,
        };
        self.tell(TAP, &[JValue::Int(kind)])
    }
}

impl Browser for Android {
    fn open(&self, url: &Url) -> Result<(), DeviceError> {
        open_page(url)
    }
}

impl Networks for Android {
    fn network(&self) -> Result<Network, DeviceError> {
        match self.number(NETWORK, &[])? {
            0 => Ok(Network::None),
            1 => Ok(Network::Free),
            2 => Ok(Network::Metered),
            _ => Err(refused(NETWORK.name)),
        }
    }
}

impl Calendar for Android {
    fn remind(&self, reminder: &Reminder) -> Result<(), DeviceError> {
        let is_shown = self.call(REMIND, |env, activity, method| {
            let title = env.new_string(&reminder.title)?;
            let values = [
                (&title).into(),
                JValue::Long(reminder.begins_ms),
                JValue::Long(reminder.ends_ms),
                JValue::Bool(u8::from(reminder.is_all_day)),
            ];
            env.call_method(activity, method.name, method.types, &values)?.z()
        })?;
        if is_shown { Ok(()) } else { Err(DeviceError::Unavailable { reason: "no calendar is installed" }) }
    }
}

impl Places for Android {
    fn data(&self) -> Result<PathBuf, DeviceError> {
        self.folder(FOLDER)
    }
    fn shared(&self) -> Result<PathBuf, DeviceError> {
        self.folder(SHARED)
    }
}

/// Who wants links.
struct Watcher {
    android: Android,
    arrived: Box<dyn Fn(String) + Send + Sync>,
}

static WATCHER: Mutex<Option<Watcher>> = Mutex::new(None);

/// Gives on every link that waits.
fn give_on() {
    let watcher = WATCHER.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(watcher) = &*watcher else { return };
    while let Ok(Some(link)) = watcher.android.text(LINK) {
        (watcher.arrived)(link);
    }
}

/// Called by the activity, on the thread that draws: it must not wait for an app that is just beginning.
extern "system" fn arrived(_: JNIEnv<'_>, _: JObject<'_>) {
    // Where no thread is to be had the link waits for the next one.
    let _ = thread::Builder::new().name("fingertip-links".into()).spawn(give_on);
}

impl Links for Android {
    fn watch_links(&self, told: Box<dyn Fn(String) + Send + Sync>) -> Result<(), DeviceError> {
        *WATCHER.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Watcher { android: self.clone(), arrived: told });
        let listen = Method { name: "deviceArrived", types: "()V" };
        self.call(listen, |env, activity, method| {
            let class = env.get_object_class(activity)?;
            // Bound by its address: no symbol of this library need be exported for it.
            let native = NativeMethod {
                name: method.name.into(),
                sig: method.types.into(),
                fn_ptr: arrived as *mut c_void,
            };
            env.register_native_methods(&class, &[native])
        })?;
        give_on();
        Ok(())
    }
}
