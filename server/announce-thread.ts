import { workerData } from 'node:worker_threads'
import { Bonjour } from 'bonjour-service'
import { serviceType } from '../domain/machine/invitation.ts'
import type { Announced } from './announce.ts'

// Entry of the thread that answers who asks for halls.

const { name, port } = workerData as Announced
new Bonjour().publish({ name, port, type: serviceType, probe: false })
