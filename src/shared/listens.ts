import { connect } from "node:net";

/** Longest wait for an answer, in milliseconds. */
const PATIENCE_MS = 2000;

/** Whether anything accepts a connection at an address; sends nothing. */
export function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}
