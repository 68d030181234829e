// Starts the worker. A classic script, since that is what the page starts; it imports the module itself. A module that
// cannot be loaded is an error of the worker's, so that the page hears of it.
import("./worker.js").then((worker) => worker.default()).catch(reportError);
