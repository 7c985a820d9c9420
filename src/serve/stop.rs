//! The signals that ask the process to end: SIGINT (Ctrl+C) and SIGTERM.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::channel;

use tokio::runtime::Builder;

/// The number of SIGINT.
const INTERRUPT: u8 = 2;

/// The number of SIGTERM.
#[cfg(unix)]
const TERMINATE: u8 = 15;

/// Receives the signals. As long as there is none of these, a signal ends the process at once.
#[cfg(unix)]
pub(super) struct Stop(tokio::signal::unix::Signal, tokio::signal::unix::Signal);

#[cfg(unix)]
impl Stop {
    /// Receives signals from now on.
    pub(super) fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self(signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?))
    }

    /// Waits for the next signal, and gives its number.
    pub(super) async fn asked(&mut self) -> u8 {
        tokio::select! {
            _ = self.0.recv() => INTERRUPT,
            _ = self.1.recv() => TERMINATE,
        }
    }
}

/// Receives the signal.
#[cfg(not(unix))]
pub(super) struct Stop;

#[cfg(not(unix))]
impl Stop {
    #[expect(clippy::unnecessary_wraps, reason = "the same as on Unix, where it can fail")]
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) async fn asked(&mut self) -> u8 {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        INTERRUPT
    }
}

/// From now on the first signal ends the process after `clean`. If signals cannot be received, each of them ends it at once.
pub fn end_after(clean: impl Fn() + Send + 'static) {
    at_each(move |signal| {
        clean();
        std::process::exit(128 + i32::from(signal));
    });
}

/// Calls `work` at each signal from now on, with its number.
fn at_each(mut work: impl FnMut(u8) + Send + 'static) {
    let (ready, is_ready) = channel();
    let wait = move || {
        let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let Ok(mut stop) = Stop::new() else { return };
            // The other thread waits for this.
            let _ = ready.send(());
            loop {
                work(stop.asked().await);
            }
        });
    };
    // Without a thread the sender is gone, and there is nothing to wait for.
    let _ = std::thread::Builder::new().spawn(wait);
    let _ = is_ready.recv();
}

/// A flag that a signal sets, for work that must end by itself.
#[derive(Debug, Default)]
pub struct StopFlag {
    /// Whether there was a signal.
    pub is_set: AtomicBool,
    signal: AtomicU8,
}

impl StopFlag {
    /// A flag that the first signal from now on sets; the second ends the process at once. If signals cannot be received,
    /// each of them ends the process, as it always did.
    #[must_use]
    pub fn new() -> Arc<Self> {
        let flag = Arc::new(Self::default());
        let set = Arc::clone(&flag);
        at_each(move |signal| {
            set.signal.store(signal, Ordering::Relaxed);
            if set.is_set.swap(true, Ordering::Relaxed) {
                std::process::exit(128 + i32::from(signal));
            }
        });
        flag
    }

    /// The number of the signal.
    #[must_use]
    pub fn signal(&self) -> u8 {
        self.signal.load(Ordering::Relaxed)
    }
}
