//! Surviving panics: a fault of mitate itself is reported in a sentence, and costs neither the last good site nor the server.
//!
//! [`guarded`] turns a panic into its reason. [`quiet`] replaces the dump that Rust prints at every panic: from then on the
//! place in mitate's source is part of the reason, for the report that a user sends.

use std::any::Any;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

/// The message and the place of the newest panic of any thread.
static NEWEST: Mutex<Option<(String, String)>> = Mutex::new(None);

/// What `work` returns, or the reason of its panic. Whoever calls this sees to it that what `work` changes is valid either way.
///
/// # Errors
/// The reason of the panic.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| reason(&*panic))
}

/// The message of a panic, with its place where [`quiet`] has recorded it.
#[must_use]
pub fn reason(panic: &(dyn Any + Send)) -> String {
    let said = message(panic);
    let newest = NEWEST.lock().unwrap_or_else(PoisonError::into_inner);
    match &*newest {
        Some((newest, place)) if *newest == said => format!("{said} ({place})"),
        _ => said,
    }
}

/// From now on a panic prints nothing; [`reason`] says its message and its place.
pub fn quiet() {
    set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        let recorded = place.map(|place| (message(panic.payload()), place));
        *NEWEST.lock().unwrap_or_else(PoisonError::into_inner) = recorded;
    }));
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_its_message() {
        let place = 7;
        let reason = guarded(|| assert!(place < 7, "byte {place} is inside a character")).unwrap_err();
        assert!(reason.starts_with("byte 7 is inside a character"), "{reason}");
        assert_eq!(guarded(|| place), Ok(7));
    }
}
