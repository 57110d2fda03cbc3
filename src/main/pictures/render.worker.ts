import { parentPort, workerData } from 'node:worker_threads'
import { type PictureJob, renderHere } from './render.ts'

const picture = await renderHere(workerData as PictureJob) // made by index.ts of this folder alone
parentPort?.postMessage(picture)
