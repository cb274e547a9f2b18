//! A limit for each request to the driver: one that is never answered ends the test by its name.

use crate::desk::process::{PATIENCE, Running};

/// What `request` gives, which must come within [`PATIENCE`].
pub async fn within<T>(what: &str, driver: &Running, request: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, request).await {
        Ok(answer) => answer,
        Err(_) => panic!(
            "no answer within {} s: {what}; it said: {:#?}",
            PATIENCE.as_secs(),
            driver.said()
        ),
    }
}
