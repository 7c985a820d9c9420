//! Surviving panics: a fault of mitate itself is reported, and the server goes on.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ServeFault;

/// What `work` returns; a panic of it is a fault. The caller makes sure that what `work` changes is valid in both cases.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, ServeFault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| ServeFault::Panic(reason(&*panic)))
}

/// The message of a panic.
pub(super) fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_fault_that_says_its_message() {
        let place = 7;
        let fault = guarded(|| assert!(place < 7, "byte {place} is inside a character")).unwrap_err();
        assert!(matches!(fault, ServeFault::Panic(reason) if reason == "byte 7 is inside a character"));
        assert!(matches!(guarded(|| place), Ok(7)));
    }
}
