/** An optional second opinion from any ONNX text classifier. */
@NullMarked
package ronda.onnx.classify;

import org.jspecify.annotations.NullMarked;
