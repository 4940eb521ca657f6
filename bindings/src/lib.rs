//! What Kotlin, Swift and Python see of the core.

uniffi::setup_scaffolding!();
