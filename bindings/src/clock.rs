//! Another clock than the device's: for stories, demonstrations and pictures.

use assistenz_handset::ports::{Clock, World};
use std::sync::Arc;

/// Why a clock did not tell the time; the device's is taken then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ClockError {
    /// Something went wrong on the other side.
    #[error("the clock failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ClockError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// A clock that a story moves. An app never brings one.
#[uniffi::export(foreign)]
pub trait StoryClock: Send + Sync {
    /// Milliseconds since 1970-01-01T00:00Z.
    ///
    /// # Errors
    ///
    /// [`ClockError`]; the device's clock is taken then.
    fn now_ms(&self) -> Result<i64, ClockError>;
}

/// The story's clock as the handset's.
struct Told {
    story: Arc<dyn StoryClock>,
    device: Arc<dyn Clock>,
}

impl Clock for Told {
    fn now_ms(&self) -> i64 {
        self.story.now_ms().unwrap_or_else(|_| self.device.now_ms())
    }
}

/// The device's dice under the story's clock.
pub(crate) fn world(story: Arc<dyn StoryClock>) -> World {
    let device = World::of_this_machine();
    let clock = Arc::new(Told { story, device: Arc::clone(&device.clock) });
    World { clock, dice: device.dice }
}
