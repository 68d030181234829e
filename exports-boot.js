// Starts the worker that makes downloads, as worker-boot.js starts the other.
import("./exports.js").then((worker) => worker.default()).catch(reportError);
