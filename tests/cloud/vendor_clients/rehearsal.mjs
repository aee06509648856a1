// What the scripts here share: where the clients are installed, how a rule is told, and how the test's own faults are
// asked for. A script prints "ok: RULE" for each rule that holds and ends with the first that does not.

import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

export const require = createRequire(process.env.GANTRY_VENDOR_CLIENTS + '/')
export const endpoint = process.env.GANTRY_SANDBOX_ENDPOINT

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

export async function rule(name, check) {
    try {
        await check()
    } catch (error) {
        console.error(`not ok: ${name}`)
        console.error(error)
        process.exit(1)
    }
    console.log(`ok: ${name}`)
}

// The test that started us puts this fault into the cloud, or takes all of them out of it, and says so.
export async function fault(object) {
    console.log(`fault: ${JSON.stringify(object)}`)
    await lines.next()
}
export const noFault = () => fault({})

export async function until(check, what) {
    for (let i = 0; i < 100; ++i) {
        if (await check())
            return
        await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error(`never: ${what}`)
}

export async function failure(call) {
    try {
        await call
    } catch (error) {
        return error
    }
    throw new Error('it should have been refused')
}

export function end() {
    console.log('end')
    process.exit(0)
}
