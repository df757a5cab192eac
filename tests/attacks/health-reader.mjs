import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/** Reads the health check again and again in a thread of its own, so that the attack does not slow its clock. Posts the waits in milliseconds. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const waits = []
let stopped = false
parentPort?.once('message', () => (stopped = true))

while (!stopped) {
  const began = performance.now()
  await new Promise((resolve, reject) => {
    get(workerData.url, { agent }, (response) => response.resume().once('end', resolve)).once('error', reject)
  })
  waits.push(performance.now() - began)
  await pause(10)
}
agent.destroy()
parentPort?.postMessage(waits)
