import { createContext } from 'react'

/** Whether another dialog asks something first. The dialogs below it wait out of sight, so that only one is seen. */
export const Covered = createContext(false)
