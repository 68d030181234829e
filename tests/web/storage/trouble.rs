//! Makes the browser fail in ways that a test could not wait for.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(inline_js = r#"
    // Each change lasts for one call, so that no test is left with another's.
    function once(owner, method, substitute) {
        const original = owner[method];
        owner[method] = function (...args) {
            owner[method] = original;
            return substitute.call(this, original, args);
        };
    }

    export function throw_once(owner, method, name) {
        once(globalThis[owner].prototype, method, () => { throw new DOMException("as a test asks", name); });
    }

    export function call_twice_once(owner, method) {
        once(globalThis[owner].prototype, method, function (original, args) {
            original.apply(this, args);
            return original.apply(this, args);
        });
    }

    export function open_as_newer_once() {
        once(IDBFactory.prototype, "open", function (original, [name, version]) {
            return original.call(this, name, version + 1);
        });
    }

    export function remove_once() {
        const original = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
        Object.defineProperty(globalThis, "indexedDB", {
            configurable: true,
            get() {
                Object.defineProperty(globalThis, "indexedDB", original);
            },
        });
    }

    export function watch_once() {
        const seen = { durability: "", events: [] };
        once(IDBDatabase.prototype, "transaction", function (original, args) {
            const transaction = original.apply(this, args);
            seen.durability = transaction.durability;
            for (const event of ["complete", "abort"]) {
                transaction.addEventListener(event, () => seen.events.push(event));
            }
            return transaction;
        });
        return seen;
    }
"#)]
extern "C" {
    /// The next call of a method throws an exception of that name.
    pub(crate) fn throw_once(owner: &str, method: &str, name: &str);
    /// The next call of a method is made twice.
    pub(crate) fn call_twice_once(owner: &str, method: &str);
    /// The next opening asks for the version after the one it was given.
    pub(crate) fn open_as_newer_once();
    /// The next look for the database finds none.
    pub(crate) fn remove_once();

    /// What was seen of a transaction.
    pub(crate) type Seen;

    /// Watches the next transaction.
    pub(crate) fn watch_once() -> Seen;
    /// The durability the browser gave it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn durability(this: &Seen) -> String;
    /// How it ended.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn events(this: &Seen) -> Vec<String>;
}
