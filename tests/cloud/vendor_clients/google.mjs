// Google's client for Live Stream against the rehearsal cloud, over REST, unchanged but for the address it is given.

import assert from 'node:assert/strict'
import { createSign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { end, endpoint, failure, fault, noFault, require, rule, until } from './rehearsal.mjs'

const { LivestreamServiceClient } = require('@google-cloud/livestream')
const { OAuth2Client } = require('google-auth-library')

const account = JSON.parse(readFileSync(process.env.GOOGLE_APPLICATION_CREDENTIALS))
const address = new URL(endpoint)
const rest = { fallback: true, protocol: 'http', apiEndpoint: address.hostname, port: Number(address.port) }
const parent = `projects/${account.project_id}/locations/europe-west1`
const name = `${parent}/channels/rehearsal`
const UNAUTHENTICATED = 16, RESOURCE_EXHAUSTED = 8
// What the client makes of any 400 and any 409; the cloud's own word is in the message.
const INVALID_ARGUMENT = 3, ABORTED = 10

// The service account's file, found where Google's clients look for it.
const client = new LivestreamServiceClient({ ...rest, keyFilename: process.env.GOOGLE_APPLICATION_CREDENTIALS })

const encoded = object => Buffer.from(JSON.stringify(object)).toString('base64url')
function assertion(claims = {}) {
    const now = Math.floor(Date.now() / 1000)
    const text = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({
        iss: account.client_email, aud: account.token_uri, iat: now, exp: now + 3600,
        scope: 'https://www.googleapis.com/auth/cloud-platform', ...claims,
    })}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(account.private_key, 'base64url')}`
}
async function token(jwt) {
    const answer = await fetch(account.token_uri, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt }),
    })
    return { status: answer.status, ...await answer.json() }
}

await rule('channels come page by page', async () => {
    const names = []
    for await (const channel of client.listChannelsAsync({ parent, pageSize: 1 }))
        names.push(channel.name)
    assert.equal(names.length, 3)
    assert.equal(names[0], name)
})

await rule('a channel is described', async () => {
    const [channel] = await client.getChannel({ name })
    assert.equal(channel.streamingState, 'STREAMING')
    assert.equal(channel.activeInput, 'A')
    assert.deepEqual(channel.inputAttachments[0].automaticFailover.inputKeys, ['B'])
})

await rule('an input switch is an event that succeeds', async () => {
    const event = { inputSwitch: { inputKey: 'B' }, executeNow: true }
    const [created] = await client.createEvent({ parent: name, eventId: 'take-1', event, requestId: 'a-uuid' })
    assert.equal(created.state, 'PENDING')
    await client.createEvent({ parent: name, eventId: 'take-1', event, requestId: 'a-uuid' }) // the same call again
    const error = await failure(client.createEvent({ parent: name, eventId: 'take-1', event }))
    assert.equal(error.code, ABORTED)
    assert.match(error.message, /exists already/)
    await until(async () => (await client.getChannel({ name }))[0].activeInput === 'B', 'B is active')
    const [seen] = await client.getEvent({ name: `${name}/events/take-1` })
    assert.equal(seen.state, 'SUCCEEDED')
    assert.equal((await client.getChannel({ name }))[0].inputConfig.inputSwitchMode, 'MANUAL')
})

await rule('start and stop are operations that end', async () => {
    const [stopping] = await client.stopChannel({ name })
    assert.equal(stopping.done, false)
    await until(async () => (await client.checkStopChannelProgress(stopping.name)).done, 'stopped')
    assert.equal((await client.getChannel({ name }))[0].streamingState, 'STOPPED')
    const error = await failure(client.stopChannel({ name }))
    assert.equal(error.code, INVALID_ARGUMENT)
    assert.match(error.message, /state STOPPED/)
    const [starting] = await client.startChannel({ name })
    await until(async () => (await client.checkStartChannelProgress(starting.name)).done, 'started')
    await until(async () => (await client.getChannel({ name }))[0].streamingState === 'STREAMING', 'streaming')
})

await rule('a lost input is told', async () => {
    await fault({ fault: 'input_loss', input: 'A' })
    await until(async () => (await client.getChannel({ name }))[0].streamingState === 'STREAMING_NO_INPUT', 'no input')
    await noFault()
})

await rule('429 is told by its own status', async () => {
    await fault({ fault: '429', count: 1 })
    const error = await failure(client.getChannel({ name }, { retry: null }))
    assert.equal(error.code, RESOURCE_EXHAUSTED)
    await noFault()
})

await rule('a signed assertion buys an access token, and a forged or late one does not', async () => {
    const bought = await token(assertion())
    assert.equal(bought.token_type, 'Bearer')
    const authClient = new OAuth2Client()
    authClient.setCredentials({ access_token: bought.access_token })
    const bearer = new LivestreamServiceClient({ ...rest, authClient })
    assert.equal((await bearer.getChannel({ name }))[0].name, name)
    const forged = await token(assertion().slice(0, -8) + 'AAAAAAAA')
    assert.equal(forged.status, 400)
    assert.equal(forged.error, 'invalid_grant')
    const late = await token(assertion({ iat: 1, exp: 3601 }))
    assert.match(late.error_description, /reasonable timeframe/)

    await fault({ fault: 'expired_token' })
    assert.equal((await failure(bearer.getChannel({ name }))).code, UNAUTHENTICATED)
    await noFault()
    assert.equal((await failure(bearer.getChannel({ name }))).code, UNAUTHENTICATED)
    assert.equal((await client.getChannel({ name }))[0].name, name)
})

await rule('a stranger is refused', async () => {
    const authClient = new OAuth2Client()
    authClient.setCredentials({ access_token: 'ya29.of-somebody-else' })
    const stranger = new LivestreamServiceClient({ ...rest, authClient })
    assert.equal((await failure(stranger.getChannel({ name }))).code, UNAUTHENTICATED)
})

end()
