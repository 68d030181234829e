// Starts the worker. A classic script, since that is what the spawner starts; it imports the module itself.
import("./worker.js").then((worker) => worker.default());
