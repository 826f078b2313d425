"use strict";
require("@tensorflow/tfjs-backend-cpu");
const core = require("@tensorflow/tfjs-core");

// tfjs-core registers tensor.add(...), tensor.max(...) and so on in ES modules that Node cannot resolve
// (imports without file extension); each of them calls the operation of the same name on the tensor.
const prototype = Object.getPrototypeOf(core.scalar(0));
for (const [name, operation] of Object.entries(core)) {
  if (typeof operation === "function" && /^[a-z]/.test(name) && !(name in prototype)) {
    prototype[name] = function (...rest) {
      return operation(this, ...rest);
    };
  }
}

module.exports = Object.create(core, {
  data: { enumerable: true, get: () => require("@tensorflow/tfjs-data") },
});
