/** Own node program for Sigma 3: a disc or ring with a rim of the background, which lifts it off the lines. */
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { DrawState, NodeData, RowData } from "./edge-program.ts";
import { packColor, toUnit } from "./gl-color.ts";

const UNIFORMS = [
  "u_matrix",
  "u_viewport",
  "u_sizeScale",
  "u_pixelRatio",
  "u_dimmed",
  "u_dim",
  "u_background",
  "u_crowded",
] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute float a_flags;
attribute vec4 a_fill;
attribute vec4 a_ring;
#ifdef PICKING_MODE
attribute vec4 a_id;
#endif

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeScale;
uniform float u_dimmed;
uniform vec3 u_dim;
uniform vec3 u_background;

varying vec2 v_at;
varying float v_radius;
varying vec3 v_fill;
varying vec3 v_ring;
varying float v_dashed;
varying float v_faded;
varying float v_dim;

float bit(float flags, float value) {
  return step(0.5, mod(floor(flags / value), 2.0));
}

void main() {
  float radius = a_size * u_sizeScale;
  if (a_size == 0.0 || bit(a_flags, 16.0) > 0.5) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  v_radius = radius;
  v_at = a_corner * (radius + 3.0);
  vec2 at = (u_matrix * vec3(a_position, 1.0)).xy + v_at / (u_viewport * 0.5);
  gl_Position = vec4(at, 0.0, 1.0);
  float dim = u_dimmed * (1.0 - bit(a_flags, 4.0));
  float hollow = bit(a_flags, 1.0);
  v_ring = mix(a_ring.rgb, u_dim, dim);
  v_fill = mix(mix(a_fill.rgb, u_dim, dim), u_background, hollow);
  v_dashed = bit(a_flags, 2.0);
  v_faded = bit(a_flags, 8.0);
  v_dim = dim;
  #ifdef PICKING_MODE
  v_fill = a_id.rgb;
  #endif
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_at;
varying float v_radius;
varying vec3 v_fill;
varying vec3 v_ring;
varying float v_dashed;
varying float v_faded;
varying float v_dim;
uniform float u_pixelRatio;
uniform vec3 u_background;
uniform float u_crowded;

float cover(float radius, float distance) {
  return clamp((radius - distance) * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main() {
  float distance = length(v_at);
  #ifdef PICKING_MODE
  gl_FragColor = distance < v_radius ? vec4(v_fill, 1.0) : vec4(0.0);
  #else
  float ring = clamp(v_radius * 0.13, 1.4, 2.6);
  // Among thousands of nodes there is no room for rims, and those that step back let the lines through.
  float outer = cover(v_radius + 1.6 * (1.0 - u_crowded), distance) * (1.0 - 0.7 * u_crowded * v_dim);
  float disc = cover(v_radius, distance);
  float inner = cover(v_radius - ring, distance);
  // An identity that no pack knows: a ring of eight dashes, apart from the disc.
  float angle = atan(v_at.y, v_at.x);
  float gap = v_dashed * step(0.6, fract(angle * 8.0 / 6.283185307));
  vec3 rim = mix(v_ring, u_background, gap);
  vec3 color = mix(mix(u_background, rim, disc), mix(v_fill, u_background, v_dashed), inner);
  color = mix(color, v_fill, v_dashed * cover(v_radius - ring - 1.6, distance));
  color = mix(color, u_background, v_faded * 0.72);
  gl_FragColor = vec4(color * outer, outer);
  #endif
}
`;

export function nodeProgram(state: DrawState) {
  return class DiscProgram extends NodeProgram<(typeof UNIFORMS)[number], NodeData, RowData> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_flags", size: 1, type: FLOAT },
          { name: "a_fill", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(id: number, start: number, data: NodeDisplayData & Partial<RowData>): void {
      const { row = 0 } = data;
      const node = state.scene?.node;
      if (!node) return;
      const { array } = this;
      let i = start;
      array[i++] = data.x;
      array[i++] = data.y;
      array[i++] = data.size;
      array[i++] = node.flags[row] ?? 0;
      array[i++] = packColor(node.fill[row] ?? 0);
      array[i++] = packColor(node.ring[row] ?? 0);
      array[i++] = id;
    }

    override setUniforms(
      { matrix, width, height, sizeRatio, pixelRatio }: RenderParams,
      {
        gl,
        uniformLocations: at,
      }: Parameters<NodeProgram<(typeof UNIFORMS)[number], NodeData, RowData>["setUniforms"]>[1],
    ): void {
      gl.uniformMatrix3fv(at["u_matrix"] ?? null, false, matrix);
      gl.uniform2f(at["u_viewport"] ?? null, width, height);
      gl.uniform1f(at["u_sizeScale"] ?? null, 1 / sizeRatio);
      gl.uniform1f(at["u_pixelRatio"] ?? null, pixelRatio);
      gl.uniform1f(at["u_dimmed"] ?? null, state.dimmed ? 1 : 0);
      gl.uniform3fv(at["u_dim"] ?? null, toUnit(state.dim));
      gl.uniform1f(at["u_crowded"] ?? null, state.scene?.curved === false ? 1 : 0);
      gl.uniform3fv(at["u_background"] ?? null, toUnit(state.background));
    }
  };
}
