// Amazon's SDK for JavaScript against the rehearsal's MediaConnect, unchanged but for the address it is given.

import assert from 'node:assert/strict'
import { end, endpoint, failure, fault, noFault, require, rule, until } from './rehearsal.mjs'

const connect = require('@aws-sdk/client-mediaconnect')

const keys = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
}
const settings = { endpoint, region: 'eu-west-1', credentials: keys }
const client = new connect.MediaConnectClient(settings)
const once = new connect.MediaConnectClient({ ...settings, maxAttempts: 1 })
const describe = async FlowArn => (await client.send(new connect.DescribeFlowCommand({ FlowArn }))).Flow
let FlowArn

await rule('flows come page by page', async () => {
    const flows = []
    for await (const page of connect.paginateListFlows({ client, pageSize: 1 }, {})) {
        assert.equal(page.Flows.length, 1)
        flows.push(...page.Flows)
    }
    assert.equal(flows.length, 3)
    FlowArn = flows[0].FlowArn
    assert.match(FlowArn, /^arn:aws:mediaconnect:eu-west-1:000000000000:flow:/)
})

await rule('a flow is described with its sources', async () => {
    const flow = await describe(FlowArn)
    assert.equal(flow.Status, 'ACTIVE')
    assert.deepEqual(flow.Sources.map(source => source.Name), ['A', 'B'])
    assert.equal(flow.SourceFailoverConfig.FailoverMode, 'FAILOVER')
})

await rule('the other source is preferred, and seen to be', async () => {
    await client.send(new connect.UpdateFlowCommand({
        FlowArn,
        SourceFailoverConfig: {
            State: 'ENABLED', FailoverMode: 'FAILOVER', SourcePriority: { PrimarySource: 'B' },
        },
    }))
    await until(async () => {
        const flow = await describe(FlowArn)
        return flow.Status === 'ACTIVE' && flow.SourceFailoverConfig.SourcePriority.PrimarySource === 'B'
    }, 'B as the primary source')
})

await rule('the SDK waits until the flow has stopped and is active again', async () => {
    const wait = { client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 }
    await client.send(new connect.StopFlowCommand({ FlowArn }))
    assert.equal((await connect.waitUntilFlowStandby(wait, { FlowArn })).state, 'SUCCESS')
    await client.send(new connect.StartFlowCommand({ FlowArn }))
    assert.equal((await connect.waitUntilFlowActive(wait, { FlowArn })).state, 'SUCCESS')
})

await rule('a wrong state, a wrong flow and a missing permission are thrown by name', async () => {
    assert.ok(await failure(client.send(new connect.StartFlowCommand({ FlowArn })))
        instanceof connect.BadRequestException)
    assert.ok(await failure(describe(FlowArn.replace('rehearsal-1', 'rehearsal-9')))
        instanceof connect.NotFoundException)
    await fault({ fault: 'denied', service: 'mediaconnect', calls: 'commands' })
    const error = await failure(client.send(new connect.StopFlowCommand({ FlowArn })))
    assert.equal(error.$metadata.httpStatusCode, 403)
    await noFault()
})

await rule('429 is thrown by name, and retried by the SDK itself', async () => {
    await fault({ fault: '429', count: 2 })
    assert.ok(await failure(once.send(new connect.ListFlowsCommand({}))) instanceof connect.TooManyRequestsException)
    assert.equal((await client.send(new connect.ListFlowsCommand({}))).$metadata.attempts, 2)
})

end()
