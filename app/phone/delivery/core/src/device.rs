//! Writing on this device: one thread, in order, so that the last word typed is the last word kept.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};

use fingertip_records::Records;

type Job = Box<dyn FnOnce(&Records) + Send>;

/// The thread.
pub(crate) struct Device {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    thread: Mutex<Option<thread::JoinHandle<()>>>,
}

impl Device {
    /// The thread, for these records.
    pub(crate) fn start(records: Arc<Records>) -> io::Result<Self> {
        let (jobs, received) = mpsc::channel::<Job>();
        let run = move || received.into_iter().for_each(|job| job(&records));
        let thread = thread::Builder::new().name("fingertip-device".into()).spawn(run)?;
        Ok(Self { jobs: Mutex::new(Some(jobs)), thread: Mutex::new(Some(thread)) })
    }

    /// Does `job` after everything that was asked for before.
    pub(crate) fn run(&self, job: impl FnOnce(&Records) + Send + 'static) {
        if let Some(jobs) = &*self.jobs.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Waits until everything is written.
    pub(crate) fn finish(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = thread.join();
        }
    }
}
