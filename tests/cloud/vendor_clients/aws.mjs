// Amazon's SDK for JavaScript against the rehearsal cloud, unchanged but for the address it is given.

import assert from 'node:assert/strict'
import { end, endpoint, failure, fault, noFault, require, rule, until } from './rehearsal.mjs'

const live = require('@aws-sdk/client-medialive')
const watch = require('@aws-sdk/client-cloudwatch')
const sts = require('@aws-sdk/client-sts')

const keys = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
}
const settings = { endpoint, region: 'eu-west-1', credentials: keys }
const client = new live.MediaLiveClient(settings)
const once = new live.MediaLiveClient({ ...settings, maxAttempts: 1 })
const ChannelId = '1000001'

await rule('channels come page by page', async () => {
    const ids = []
    for await (const page of live.paginateListChannels({ client, pageSize: 1 }, {})) {
        assert.equal(page.Channels.length, 1)
        ids.push(page.Channels[0].Id)
    }
    assert.deepEqual(ids, ['1000001', '1000002', '1000003'])
})

await rule('a channel is described with its pipelines', async () => {
    const channel = await client.send(new live.DescribeChannelCommand({ ChannelId }))
    assert.equal(channel.State, 'RUNNING')
    assert.equal(channel.ChannelClass, 'STANDARD')
    assert.deepEqual(channel.PipelineDetails.map(p => p.ActiveInputAttachmentName), ['A', 'A'])
})

await rule('an input is switched and seen on both pipelines', async () => {
    const answer = await client.send(new live.BatchUpdateScheduleCommand({
        ChannelId,
        Creates: {
            ScheduleActions: [{
                ActionName: 'take-1',
                ScheduleActionSettings: { InputSwitchSettings: { InputAttachmentNameReference: 'B' } },
                ScheduleActionStartSettings: { ImmediateModeScheduleActionStartSettings: {} },
            }],
        },
    }))
    assert.equal(answer.Creates.ScheduleActions[0].ActionName, 'take-1')
    await until(async () => {
        const channel = await client.send(new live.DescribeChannelCommand({ ChannelId }))
        return channel.PipelineDetails.every(p => p.ActiveInputAttachmentName === 'B'
            && p.ActiveInputSwitchActionName === 'take-1')
    }, 'B on both pipelines')
})

await rule('a wrong state is a ConflictException', async () => {
    const error = await failure(client.send(new live.StartChannelCommand({ ChannelId })))
    assert.ok(error instanceof live.ConflictException)
})

await rule('a lost input raises an alert, and it clears', async () => {
    await fault({ fault: 'input_loss', input: 'B' })
    const alerts = async StateFilter =>
        (await client.send(new live.ListAlertsCommand({ ChannelId, StateFilter }))).Alerts
    await until(async () => (await alerts('SET')).length === 2, 'an alert for each pipeline')
    await noFault()
    await until(async () => (await alerts('SET')).length === 0, 'no alert')
    const cleared = await alerts('CLEARED')
    assert.equal(cleared.length, 2)
    assert.ok(cleared[0].ClearedTimestamp instanceof Date)
})

await rule('the SDK waits until the channel has stopped and runs again', async () => {
    const wait = { client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 }
    await client.send(new live.StopChannelCommand({ ChannelId }))
    assert.equal((await live.waitUntilChannelStopped(wait, { ChannelId })).state, 'SUCCESS')
    await client.send(new live.StartChannelCommand({ ChannelId }))
    assert.equal((await live.waitUntilChannelRunning(wait, { ChannelId })).state, 'SUCCESS')
})

await rule('429 is thrown by name, and retried by the SDK itself', async () => {
    await fault({ fault: '429', count: 2 })
    const error = await failure(once.send(new live.ListChannelsCommand({})))
    assert.ok(error instanceof live.TooManyRequestsException)
    assert.equal(error.$metadata.httpStatusCode, 429)
    const answer = await client.send(new live.ListChannelsCommand({}))
    assert.equal(answer.$metadata.attempts, 2)
})

await rule('a server fault is thrown by name', async () => {
    await fault({ fault: '500', count: 1 })
    const error = await failure(once.send(new live.ListChannelsCommand({})))
    assert.ok(error instanceof live.InternalServerErrorException)
})

await rule('a wrong secret is refused', async () => {
    const stranger = new live.MediaLiveClient({ ...settings, credentials: { ...keys, secretAccessKey: 'another' } })
    const error = await failure(stranger.send(new live.ListChannelsCommand({})))
    assert.equal(error.name, 'InvalidSignatureException')
})

await rule('the SDK corrects its clock by itself when the cloud says another time', async () => {
    await fault({ fault: 'clock_skew', skew: 3600 })
    const late = new live.MediaLiveClient(settings)
    const answer = await late.send(new live.ListChannelsCommand({}))
    assert.ok(answer.$metadata.attempts > 1)
    await noFault()
})

await rule('a role is assumed, and its keys end', async () => {
    const identity = new sts.STSClient(settings)
    const said = await identity.send(new sts.GetCallerIdentityCommand({}))
    assert.equal(said.Account, '000000000000')
    const role = `arn:aws:iam::${said.Account}:role/rehearsal-mfa`
    const assume = TokenCode => identity.send(new sts.AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: 'test',
        SerialNumber: `arn:aws:iam::${said.Account}:mfa/rehearsal`,
        TokenCode,
    }))
    assert.equal((await failure(assume('000000'))).name, 'AccessDenied')
    const { Credentials } = await assume(process.env.GANTRY_SANDBOX_MFA_CODE)
    const issued = new live.MediaLiveClient({
        ...settings,
        credentials: {
            accessKeyId: Credentials.AccessKeyId,
            secretAccessKey: Credentials.SecretAccessKey,
            sessionToken: Credentials.SessionToken,
        },
    })
    assert.equal((await issued.send(new live.ListChannelsCommand({}))).Channels.length, 3)
    await fault({ fault: 'expired_token', count: 1 })
    assert.equal((await failure(issued.send(new live.ListChannelsCommand({})))).name, 'ExpiredTokenException')
    await noFault()
    assert.equal((await failure(issued.send(new live.ListChannelsCommand({})))).name, 'ExpiredTokenException')
})

await rule('figures come with exact dimensions only, and no data is not zero', async () => {
    const figures = new watch.CloudWatchClient(settings)
    const query = (Id, MetricName, Dimensions) =>
        ({ Id, MetricStat: { Metric: { Namespace: 'AWS/MediaLive', MetricName, Dimensions }, Period: 1, Stat: 'Maximum' } })
    const channel = { Name: 'ChannelId', Value: ChannelId }
    const pipeline = { Name: 'Pipeline', Value: '0' }
    await until(async () => {
        const data = await figures.send(new watch.GetMetricDataCommand({
            StartTime: new Date(Date.now() - 60_000),
            EndTime: new Date(),
            MetricDataQueries: [
                query('rate', 'NetworkIn', [channel, pipeline]),
                query('loose', 'NetworkIn', [channel]),
                query('stopped', 'NetworkIn', [{ ...channel, Value: '1000002' }, pipeline]),
            ],
        }))
        const [rate, loose, stopped] = data.MetricDataResults
        assert.equal(loose.StatusCode, 'Complete')
        assert.equal(loose.Values?.length ?? 0, 0)
        assert.equal(stopped.Values?.length ?? 0, 0)
        return rate.Values?.length > 0 && rate.Values.every(value => value === 5)
    }, 'a rate of 5 Mb/s')
})

end()
