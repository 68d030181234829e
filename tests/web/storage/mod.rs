//! What every storage must hold to, in memory and in the browser's database.

mod contract;
#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod trouble;

use basketry_app::common::storage::MemoryStorage;
use futures::FutureExt as _;
use wasm_bindgen_test::wasm_bindgen_test;

macro_rules! in_memory {
    ($($case:ident)*) => {
        mod memory {
            use super::*;

            $(
                #[wasm_bindgen_test(unsupported = test)]
                fn $case() -> contract::Outcome {
                    // Memory never waits, so no executor is needed.
                    let outcome = contract::$case(&MemoryStorage::default()).now_or_never();
                    assert!(outcome.is_some(), "memory waited");
                    outcome.unwrap_or(Ok(()))
                }
            )*
        }
    };
}

#[cfg(target_arch = "wasm32")]
macro_rules! in_the_browser {
    ($($case:ident)*) => {
        mod browser {
            use super::*;

            $(
                #[wasm_bindgen_test]
                async fn $case() -> contract::Outcome {
                    contract::$case(&indexed_db::fresh(stringify!($case)).await?).await
                }
            )*
        }
    };
}

contract::each_case!(in_memory);
#[cfg(target_arch = "wasm32")]
contract::each_case!(in_the_browser);
