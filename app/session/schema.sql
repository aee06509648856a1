-- A Gantry session, schema version 4 (earlier versions had not the columns and tables marked with 2:, 3: or 4:). Ask it with any SQLite tool:
--     sqlite3 monday.gantry 'SELECT * FROM link_view WHERE feed = "CAM 1"'
--
-- A session is append-only: triggers, made for every table by session_schema.cpp, forbid UPDATE, DELETE and REPLACE.
-- `record` is the spine; what a record says stands under the same number in the table that record.kind names.
-- Words are words ('no-signal'), NULL is "not known". Times ending in _utc_us or _utc_ms are micro- or milliseconds since
-- 1970-01-01 00:00 UTC. Counts are unsigned 64 bit numbers in signed columns: from 2^63 on they would show as negative.

CREATE TABLE session (
    -- What this file is. One row, written when the session began.
    id              INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    show_name       TEXT NOT NULL,    -- name of the show
    show_json       TEXT NOT NULL,    -- the show file as it was used, without secrets
    program_version TEXT NOT NULL,    -- version of Gantry that wrote this file
    host            TEXT NOT NULL,    -- name of the computer that wrote this file
    started_utc_us  INTEGER NOT NULL  -- wall clock at the start, microseconds UTC
) STRICT;

CREATE TABLE session_end (
    -- The goodbye. One row when the session was ended by a person, none when the program or the computer stopped.
    id           INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    ended_utc_us INTEGER NOT NULL, -- wall clock at the end, microseconds UTC
    last_number  INTEGER NOT NULL  -- number of the last record; 0 for none
) STRICT;

CREATE TABLE record (
    -- Everything that happened, in order.
    number     INTEGER PRIMARY KEY, -- counts from 1; what is missing is told in `gap`
    utc_us     INTEGER NOT NULL,    -- wall clock, microseconds UTC; may jump
    elapsed_us INTEGER NOT NULL,    -- microseconds since the session began; never jumps, never falls
    kind       TEXT NOT NULL        -- the table with the rest: 'link', 'alarm', ...
) STRICT;
CREATE INDEX record_by_elapsed ON record (elapsed_us);

CREATE TABLE gap (
    -- Numbers that are not in this file. No row: nothing is missing.
    first   INTEGER PRIMARY KEY, -- first missing number
    last    INTEGER NOT NULL,    -- last missing number
    missing INTEGER NOT NULL,    -- how many numbers of first..last are missing
    reason  TEXT NOT NULL        -- 'disk': could not be written in time; 'never-came': was not handed to the writer
) STRICT;

CREATE TABLE link (
    -- The SRT transport of one feed, once a second and at every change of state.
    number              INTEGER PRIMARY KEY, -- of the record
    feed                TEXT NOT NULL,    -- name of the feed, as in the show file
    state               TEXT NOT NULL,    -- 'waiting', 'connecting', 'connected', 'failed'
    fault_kind          TEXT,             -- why not connected, one word ('refused', 'timed-out', ...); NULL: no fault
    fault_tried         TEXT,             -- what was tried
    fault_subject       TEXT,             -- on what
    fault_advice        TEXT,             -- what the operator can do
    peer                TEXT NOT NULL,    -- address of the other end; empty until connected
    in_state_ms         INTEGER NOT NULL, -- milliseconds since the state last changed
    connections         INTEGER NOT NULL, -- how often it has connected since start
    round_trip_us       INTEGER,          -- smoothed round-trip time, microseconds
    latency_ms          INTEGER,          -- negotiated receive latency, milliseconds
    buffered_ms         INTEGER,          -- time in the receive buffer, milliseconds
    receive_bps         REAL,             -- receive rate, bits a second
    received            INTEGER NOT NULL, -- packets that came for the first time, in the last second
    lost                INTEGER NOT NULL, -- packets missing when the next one came (may be reordering or repaired), last second
    retransmitted       INTEGER NOT NULL, -- packets sent again, in the last second
    belated             INTEGER NOT NULL, -- packets that came after their play time, in the last second
    dropped             INTEGER NOT NULL, -- packets given up: the loss a viewer sees, in the last second
    undecrypted         INTEGER NOT NULL, -- packets that could not be decrypted, in the last second
    total_received      INTEGER NOT NULL, -- as received, packets since this connection began
    total_lost          INTEGER NOT NULL, -- as lost, packets since this connection began
    total_retransmitted INTEGER NOT NULL, -- as retransmitted, packets since this connection began
    total_belated       INTEGER NOT NULL, -- as belated, packets since this connection began
    total_dropped       INTEGER NOT NULL, -- as dropped, packets since this connection began
    total_undecrypted   INTEGER NOT NULL, -- as undecrypted, packets since this connection began
    encrypted           INTEGER NOT NULL, -- 1: the link is encrypted, 0: it is not
    carrier             TEXT,             -- 2: what carries the feed when it is not SRT: 'HLS', 'RTMP', 'file'
    turned_away_kind    TEXT,             -- 2: why somebody else was refused lately, one word; NULL: nobody was
    turned_away_tried   TEXT,             -- 2: what was tried
    turned_away_subject TEXT,             -- 2: who
    turned_away_advice  TEXT,             -- 2: what the operator can do
    peer_latency_ms     INTEGER,          -- 2: negotiated latency of the other direction, milliseconds
    key_bits            INTEGER,          -- 2: length of the key while encrypted: 128, 192 or 256
    stream_id           TEXT,             -- 2: the SRT stream id of the connection
    filter              TEXT,             -- 2: the SRT packet filter in force: 'fec,cols:10,rows:5'
    rebuilt             INTEGER           -- 2: packets that the filter restored, in the last second
) STRICT;
CREATE INDEX link_by_feed ON link (feed);

CREATE TABLE transport (
    -- MPEG-TS as it came over the wire, once a second.
    number            INTEGER PRIMARY KEY, -- of the record
    feed              TEXT NOT NULL,    -- name of the feed
    rate_bps          REAL,             -- rate of the transport stream, bits a second
    packets           INTEGER NOT NULL, -- packets of 188 bytes since the connection began
    continuity_errors INTEGER NOT NULL, -- gaps in the packet counters since the connection began
    sync_losses       INTEGER NOT NULL, -- times the sync byte was not where it belongs, since the connection began
    transport_errors  INTEGER NOT NULL, -- packets marked broken by the sender, since the connection began
    null_share        REAL,             -- share of stuffing in the last second, 0 to 1
    recognised        INTEGER NOT NULL, -- 1: this is a transport stream, 0: it does not look like one
    streams           TEXT NOT NULL,    -- JSON array of {"pid": number, "codec": text, "bps": bits a second}, of the chosen program
    programs          TEXT,             -- 2: JSON array of the program numbers in the stream
    program           INTEGER,          -- 2: number of the chosen program
    -- 2: errors after ETSI TR 101 290 since the connection began
    sync_byte_errors         INTEGER,   -- 1.2 packets without their sync byte
    pat_errors               INTEGER,   -- 1.3 no program table for 0.5 s, or a damaged one
    pmt_errors               INTEGER,   -- 1.5 no stream table for 0.5 s
    pid_errors               INTEGER,   -- 1.6 a stream did not come for 5 s
    crc_errors               INTEGER,   -- 2.2 tables whose check sum does not hold
    pcr_repetition_errors    INTEGER,   -- 2.3 more than 100 ms between two clock references
    pcr_discontinuity_errors INTEGER,   -- 2.3 the clock reference jumped by more than 100 ms, unannounced
    pcr_accuracy_errors      INTEGER,   -- 2.4 clock references more than 500 ns off a constant rate
    pts_errors               INTEGER,   -- 2.5 more than 700 ms between two time stamps of a stream
    cat_errors               INTEGER,   -- 2.6 scrambled packets without a table for them
    pcr_jitter_us            INTEGER    -- 2: largest in the last second: clock reference against time of arrival, microseconds
) STRICT;
CREATE INDEX transport_by_feed ON transport (feed);

CREATE TABLE picture (
    -- The picture of one feed, once a second and at every change of signal.
    number        INTEGER PRIMARY KEY, -- of the record
    feed          TEXT NOT NULL,    -- name of the feed
    signal        TEXT NOT NULL,    -- 'waiting', 'live', 'stalled', 'no-signal', 'audio-only'
    waiting_for   TEXT NOT NULL,    -- 'nothing', 'connection', 'transport-stream', 'key-picture'
    in_state_ms   INTEGER NOT NULL, -- milliseconds since the signal last changed
    codec         TEXT,             -- 'H.264', ...; NULL: the format is not known
    width         INTEGER,          -- pixels
    height        INTEGER,          -- pixels
    fps           REAL,             -- pictures a second; 0 while not known
    age_ms        INTEGER,          -- age of the newest picture since its last packet came, milliseconds
    decoded       INTEGER NOT NULL, -- pictures decoded since the connection began
    unseen        INTEGER NOT NULL, -- pictures replaced before anyone looked; not a loss on the network
    decode_errors INTEGER NOT NULL, -- errors of the decoder since the connection began
    undecoded     INTEGER NOT NULL, -- packets thrown away since the start because the decoder fell behind
    decoder       TEXT NOT NULL,    -- what decodes: 'software', ...
    bit_depth     INTEGER,          -- 2: bits a sample
    chroma        TEXT,             -- 2: '4:2:0', '4:2:2', ...
    colour        TEXT,             -- 2: 'BT.709', 'BT.2020 HLG', ...
    interlaced    INTEGER,          -- 2: 1: two fields a picture, 0: not
    decoder_note  TEXT,             -- 2: why no faster decoder serves
    dark_share    REAL,             -- 2: share of the picture that is black, 0 to 1; NULL: not measured
    change_db     REAL,             -- 2: difference to the picture before, dB below full scale
    black_ms      INTEGER,          -- 2: for how long the picture has been black, milliseconds; 0: it is not
    frozen_ms     INTEGER,          -- 2: for how long it has not moved
    flat_ms       INTEGER,          -- 2: for how long it has been one even field
    bars_ms       INTEGER,          -- 2: for how long it has been colour bars
    decoding      TEXT              -- 3: how much is decoded on purpose: 'off', 'thumbnail' (key pictures), 'light', 'full'
) STRICT;
CREATE INDEX picture_by_feed ON picture (feed);

CREATE TABLE audio (
    -- Sound of one feed, five times a second.
    number          INTEGER PRIMARY KEY, -- of the record
    feed            TEXT NOT NULL,    -- name of the feed
    present         INTEGER NOT NULL, -- 1: there is sound that decodes, 0: there is not
    codec           TEXT NOT NULL,    -- 'AAC', ...; empty while not known
    peaks_dbfs      TEXT NOT NULL,    -- JSON array: sample peak of each channel, dBFS; null: digital silence
    momentary_lufs  REAL,             -- EBU R 128 momentary loudness (400 ms), LUFS
    short_term_lufs REAL,             -- EBU R 128 short-term loudness (3 s), LUFS
    integrated_lufs  REAL,            -- 2: EBU R 128 integrated loudness since the connection began, LUFS
    true_peak_dbtp   REAL,            -- 2: highest true peak of the sample (BS.1770), dBTP
    true_peaks_dbtp  TEXT,            -- 3: JSON array: true peak of each channel, dBTP
    quasi_peaks_dbfs TEXT,            -- 2: JSON array: programme meter (PPM type I) of each channel, dBFS
    phase            REAL,            -- 2: correlation of the first two channels, -1 to 1
    silent_ms        INTEGER,         -- 2: for how long all channels have been silent, milliseconds; 0: they are not; NULL: not measured
    channel_dead_ms  INTEGER,         -- 2: for how long one channel has been silent beside another that was not
    dead_channel     INTEGER,         -- 2: which channel, from 1; 0: none
    out_of_phase_ms  INTEGER,         -- 2: for how long the first two channels have cancelled each other
    clipped_share    REAL,            -- 2: share of clipped samples in the last ten seconds, 0 to 1
    sound_early_ms   INTEGER,         -- 2: how much sooner the sound comes than its picture, milliseconds
    track            INTEGER,         -- 2: which of the stream's sound tracks, from 1
    tracks           INTEGER          -- 2: of how many
) STRICT;
CREATE INDEX audio_by_feed ON audio (feed);

CREATE TABLE cue (
    -- 2: a splice command (SCTE-35) that a sender put into its stream.
    number          INTEGER PRIMARY KEY, -- of the record
    feed            TEXT NOT NULL,    -- name of the feed
    command         TEXT NOT NULL,    -- 'null', 'schedule', 'insert', 'time-signal', 'bandwidth', 'private', 'encrypted'
    pid             INTEGER NOT NULL, -- packet identifier that carried it
    event_id        INTEGER,          -- which event; NULL: the command has none
    out             INTEGER,          -- 1: out of the programme into a break, 0: back
    cancelled       INTEGER NOT NULL, -- 1: an earlier event is called off
    immediate       INTEGER NOT NULL, -- 1: at once, without a time
    until_splice_ms INTEGER,          -- milliseconds from arrival to the splice, by the stream's clock
    duration_ms     INTEGER,          -- length of the break, milliseconds
    segmentation    INTEGER,          -- segmentation_type_id: 52 provider placement start, 53 its end, ...
    section         BLOB NOT NULL     -- the whole splice_info_section as it came
) STRICT;
CREATE INDEX cue_by_feed ON cue (feed);

CREATE TABLE match (
    -- 2: whether the backup of a pair carries what its primary carries.
    number            INTEGER PRIMARY KEY, -- of the record
    pair              TEXT NOT NULL, -- name of the pair
    picture           TEXT NOT NULL, -- 'unknown', 'same', 'different'
    sound             TEXT NOT NULL, -- 'unknown', 'same', 'different'
    picture_behind_ms INTEGER,       -- how much later the backup shows the same picture, milliseconds
    sound_behind_ms   INTEGER        -- how much later it plays the same sound, milliseconds
) STRICT;
CREATE INDEX match_by_pair ON match (pair);

CREATE TABLE program (
    -- 4: which of an encoder's inputs its return shows, told by the picture and the sound themselves. Lists are JSON
    -- arrays of names of feeds; several: they look alike; an empty one: none of them; NULL: it cannot be told.
    number    INTEGER PRIMARY KEY, -- of the record
    encoder   TEXT NOT NULL, -- name of the encoder
    feed      TEXT NOT NULL, -- the feed that is its return
    program   TEXT,          -- what picture and sound together say
    picture   TEXT,          -- what the picture says
    sound     TEXT,          -- what the sound says
    behind_ms INTEGER        -- how much later the return shows it than the feed itself, milliseconds
) STRICT;
CREATE INDEX program_by_feed ON program (feed);

CREATE TABLE tally (
    -- Whether a feed is on air.
    number INTEGER PRIMARY KEY, -- of the record
    feed   TEXT NOT NULL, -- name of the feed
    tally  TEXT NOT NULL, -- 'unknown', 'off', 'preview', 'program'
    basis  TEXT NOT NULL  -- how we know, or why we do not
) STRICT;
CREATE INDEX tally_by_feed ON tally (feed);

CREATE TABLE encoder (
    -- One answer of a provider about one encoder, or the failure to get one.
    number                INTEGER PRIMARY KEY, -- of the record
    encoder               TEXT NOT NULL,    -- name of the encoder, as in the show file
    failure_kind          TEXT,             -- the poll failed: one word ('unreachable', 'throttled', ...); NULL: it answered
    failure_tried         TEXT,             -- what was tried
    failure_subject       TEXT,             -- on what
    failure_advice        TEXT,             -- what the operator can do
    failure_detail        TEXT,             -- the provider's own words
    failure_http_status   INTEGER,          -- HTTP status; 0 for none
    failure_retry_after_s INTEGER,          -- seconds the provider asked us to wait; 0 for none
    state                 TEXT NOT NULL,    -- 'unknown', 'idle', 'starting', 'running', 'recovering', 'stopping', 'changing', 'failed'
    provider_state        TEXT NOT NULL,    -- the provider's own word for the state
    pipelines_running     INTEGER,          -- pipelines that run
    pipelines_expected    INTEGER,          -- pipelines that should run
    pipelines             TEXT NOT NULL,    -- JSON array of {"id": text, "input": name of the input it takes, "" for not known}; from version 3 on also "state", "word" and the figures of the columns below that are known
    inputs                TEXT NOT NULL,    -- JSON array of the names one can switch to
    alerts                TEXT NOT NULL,    -- JSON array of {"id", "kind", "message", "pipeline"}, all text
    round_trip_ms         INTEGER NOT NULL, -- how long the answer took, milliseconds
    provider_utc_ms       INTEGER,          -- the provider's own timestamp, milliseconds UTC
    input_bps             REAL,             -- 3: what comes in, bits a second
    output_bps            REAL,             -- 3: what goes out, bits a second
    input_fps             REAL,             -- 3: pictures a second that come in
    dropped_frames        INTEGER,          -- 3: pictures given up in the provider's newest interval, or since the last answer
    fill_ms               INTEGER,          -- 3: for how long it has shown something else for want of input, milliseconds
    input_loss_ms         INTEGER,          -- 3: without input in the provider's newest interval, milliseconds
    measured_utc_ms       INTEGER,          -- 3: the provider's timestamp of the newest figure, milliseconds UTC
    pipelines_locked      INTEGER,          -- 3: 1: all pipelines work in step, 0: they do not
    receives              INTEGER,          -- 3: 1: what it takes arrives, 0: it does not
    input_health          TEXT,             -- 3: JSON array of {"name", "word"} and what is known of "connected", "active", "bps", "loss" (0 to 1), "lost", "round_trip_ms"
    switch_delay_ms       INTEGER,          -- 3: from "accepted" to the effect of a switch, milliseconds
    preferred_input       TEXT,             -- 3: what its own failover goes back to; empty: none is preferred
    planned               TEXT,             -- 3: JSON array of {"name", "what", "input", "utc_ms" where known}: what it will do by itself
    jobs                  TEXT,             -- 3: JSON array of {"name", "state", "word"}: what was asked for and takes its time
    obstacles             TEXT,             -- 3: JSON array of {"verb", "input", "because"}: what could not be asked of it, and why
    details               TEXT,             -- 3: JSON array of {"name", "value"}: the provider's own words
    poll_interval_ms      INTEGER,          -- 3: how often it is asked when nothing happens, milliseconds
    credentials_utc_ms    INTEGER           -- 3: when the credentials it was asked with expire, milliseconds UTC; never a credential
) STRICT;
CREATE INDEX encoder_by_encoder ON encoder (encoder);

CREATE TABLE audience (
    -- One answer of an audience source, or the failure to get one.
    number                INTEGER PRIMARY KEY, -- of the record
    audience              TEXT NOT NULL,    -- name of the source, as in the show file
    failure_kind          TEXT,             -- the poll failed: one word ('unreachable', 'throttled', ...); NULL: it answered
    failure_tried         TEXT,             -- what was tried
    failure_subject       TEXT,             -- on what
    failure_advice        TEXT,             -- what the operator can do
    failure_detail        TEXT,             -- the provider's own words
    failure_http_status   INTEGER,          -- HTTP status; 0 for none
    failure_retry_after_s INTEGER,          -- seconds the provider asked us to wait; 0 for none
    viewers               INTEGER,          -- viewers at the time
    rebuffering           REAL,             -- share of time that players stood still, 0 to 1
    rebuffering_formula   TEXT NOT NULL,    -- how this provider computes it
    provider_utc_ms       INTEGER,          -- the provider's timestamp of the newest value, milliseconds UTC
    round_trip_ms         INTEGER NOT NULL  -- how long the answer took, milliseconds
) STRICT;
CREATE INDEX audience_by_audience ON audience (audience);

CREATE TABLE alarm (
    -- A change of one alarm; each row is its whole state (after ISA-18.2).
    number              INTEGER PRIMARY KEY, -- of the record
    key                 TEXT NOT NULL,    -- which alarm: 'feed/CAM 1/no-signal'
    place               TEXT NOT NULL,    -- where: 'CAM 1'
    what                TEXT NOT NULL,    -- what is wrong: 'NO SIGNAL'
    advice              TEXT NOT NULL,    -- what to do
    priority            TEXT NOT NULL,    -- 'critical', 'major', 'minor', 'info', 'unknown'
    state               TEXT NOT NULL,    -- 'normal' (over), 'active', 'acknowledged', 'returned' (over, but nobody has seen it)
    raised_utc_us       INTEGER NOT NULL, -- when it rose, microseconds UTC
    raised_elapsed_us   INTEGER NOT NULL, -- when it rose, microseconds since the session began
    returned_utc_us     INTEGER,          -- when the cause went, microseconds UTC
    returned_elapsed_us INTEGER,          -- when the cause went, microseconds since the session began
    acknowledged_by     TEXT NOT NULL,    -- who has seen it; empty for nobody
    occurrences         INTEGER NOT NULL  -- how often it rose while in the list
) STRICT;
CREATE INDEX alarm_by_key ON alarm (key);

CREATE TABLE command (
    -- The audit log: one step of one command; each row carries the whole command again.
    number  INTEGER PRIMARY KEY, -- of the record
    id      TEXT NOT NULL, -- which command; the same in all its steps
    encoder TEXT NOT NULL, -- name of the encoder it is for
    verb    TEXT NOT NULL, -- 'start', 'stop', 'switch-input'; from version 3 on also 'prepare-input', 'schedule-switch', 'cancel-planned', 'prefer-input', 'restart-pipeline', 'disconnect-input', 'harvest-clip'
    input   TEXT NOT NULL, -- the input, planned action or clip it is about; empty for verbs that are about none
    actor   TEXT NOT NULL, -- who: 'operator', 'rule ...'
    reason  TEXT NOT NULL, -- why, in the actor's words; may be empty
    step    TEXT NOT NULL, -- 'requested', 'refused', 'sent', 'accepted', 'rejected', 'confirmed', 'unconfirmed'
    detail  TEXT NOT NULL, -- what came of it
    pipeline     TEXT,     -- 3: the pipeline it is for; empty for verbs that are for none
    at_utc_ms    INTEGER,  -- 3: when it is to happen, or the beginning of a clip, milliseconds UTC
    until_utc_ms INTEGER   -- 3: the end of a clip, milliseconds UTC
) STRICT;
CREATE INDEX command_by_id ON command (id);

CREATE TABLE plan (
    -- 4: a failover plan, whole, whenever it was armed or laid by, found or decided something, or saw something change.
    number           INTEGER PRIMARY KEY, -- of the record
    plan             TEXT NOT NULL,    -- name of the plan, as in the show file
    encoder          TEXT NOT NULL,    -- name of the encoder it acts for
    change           TEXT NOT NULL,    -- why this row: 'mode', 'step', 'sight' (no more than what it knows)
    mode             TEXT NOT NULL,    -- 'off', 'advise', 'auto', 'hold'
    actor            TEXT NOT NULL,    -- who set the mode; empty as it begins
    reason           TEXT NOT NULL,    -- why; may be empty
    step             TEXT,             -- the last it found or decided: 'switch', 'return', 'offer', 'stuck', 'doubt', 'held'; NULL: nothing yet
    step_from        TEXT,             -- the input it speaks of
    step_to          TEXT,             -- the input to take instead
    step_because     TEXT,             -- why, a sentence
    step_utc_us      INTEGER,          -- when, microseconds UTC
    step_elapsed_us  INTEGER,          -- when, microseconds since the session began
    stands           INTEGER NOT NULL, -- 1: the step still is so (advice to take, an offer, a doubt, no way out), 0: it is over
    command          TEXT NOT NULL,    -- command.id of what that step asked for; empty: nothing
    pause            TEXT NOT NULL,    -- why it decides nothing now: 'none', 'grace', 'settle', 'order', 'log'
    pause_until_us   INTEGER,          -- until when, microseconds since the session began
    active           TEXT NOT NULL,    -- the input on air; empty: not known
    sources          TEXT NOT NULL,    -- JSON array of {"input", "fitness", "fault", "since_us" where known}; 'unknown', 'fit', 'clearing', 'suspect', 'unfit'
    witness_fitness  TEXT,             -- of the feed that has to agree; NULL: the plan has none
    witness_fault    TEXT,             -- what is wrong with it; empty: nothing
    witness_since_us INTEGER,          -- since when, microseconds since the session began
    trips            INTEGER NOT NULL  -- how many switches count against the plan's limit now
) STRICT;
CREATE INDEX plan_by_plan ON plan (plan);

CREATE TABLE still (
    -- A small picture of a feed, every few seconds and at alarms.
    number INTEGER PRIMARY KEY, -- of the record
    feed   TEXT NOT NULL,    -- name of the feed
    width  INTEGER NOT NULL, -- pixels
    height INTEGER NOT NULL, -- pixels
    jpeg   BLOB NOT NULL     -- the picture, a JPEG file
) STRICT;
CREATE INDEX still_by_feed ON still (feed);

CREATE TABLE log (
    -- This log about itself.
    number            INTEGER PRIMARY KEY, -- of the record
    safe              INTEGER NOT NULL, -- 1: what happens is on disk, 0: it is not
    fault             TEXT NOT NULL,    -- why not; empty when safe
    telemetry_dropped INTEGER NOT NULL  -- samples that could not be kept since the session began
) STRICT;

CREATE TABLE note (
    -- A line worth keeping.
    number INTEGER PRIMARY KEY, -- of the record
    place  TEXT NOT NULL, -- what it is about; may be empty
    text   TEXT NOT NULL  -- the line
) STRICT;

CREATE TABLE rollup (
    -- Lowest and highest of the charted figures in steps of ten seconds. A step without samples has no row.
    series   TEXT NOT NULL,    -- 'feed/NAME/' + receive-rate (bit/s), round-trip (ms), lost, dropped (packets a second); 'audience/NAME/' + viewers, rebuffering (0 to 1)
    start_us INTEGER NOT NULL, -- beginning of the step, microseconds since the session began
    lowest   REAL NOT NULL,    -- lowest value in the step
    highest  REAL NOT NULL,    -- highest value in the step
    samples  INTEGER NOT NULL, -- how many values there were
    PRIMARY KEY (series, start_us)
) STRICT, WITHOUT ROWID;

CREATE VIEW timeline AS
    SELECT number, strftime('%Y-%m-%dT%H:%M:%fZ', utc_us / 1e6, 'unixepoch') AS utc,
           time(elapsed_us / 1000000, 'unixepoch') AS elapsed, elapsed_us, kind
    FROM record;
CREATE VIEW link_view AS SELECT t.utc, t.elapsed, p.* FROM link p JOIN timeline t USING (number);
CREATE VIEW transport_view AS SELECT t.utc, t.elapsed, p.* FROM transport p JOIN timeline t USING (number);
CREATE VIEW picture_view AS SELECT t.utc, t.elapsed, p.* FROM picture p JOIN timeline t USING (number);
CREATE VIEW audio_view AS SELECT t.utc, t.elapsed, p.* FROM audio p JOIN timeline t USING (number);
CREATE VIEW cue_view AS SELECT t.utc, t.elapsed, p.* FROM cue p JOIN timeline t USING (number);
CREATE VIEW match_view AS SELECT t.utc, t.elapsed, p.* FROM match p JOIN timeline t USING (number);
CREATE VIEW program_view AS SELECT t.utc, t.elapsed, p.* FROM program p JOIN timeline t USING (number);
CREATE VIEW tally_view AS SELECT t.utc, t.elapsed, p.* FROM tally p JOIN timeline t USING (number);
CREATE VIEW encoder_view AS SELECT t.utc, t.elapsed, p.* FROM encoder p JOIN timeline t USING (number);
CREATE VIEW audience_view AS SELECT t.utc, t.elapsed, p.* FROM audience p JOIN timeline t USING (number);
CREATE VIEW alarm_view AS SELECT t.utc, t.elapsed, p.* FROM alarm p JOIN timeline t USING (number);
CREATE VIEW command_view AS SELECT t.utc, t.elapsed, p.* FROM command p JOIN timeline t USING (number);
CREATE VIEW plan_view AS SELECT t.utc, t.elapsed, p.* FROM plan p JOIN timeline t USING (number);
CREATE VIEW log_view AS SELECT t.utc, t.elapsed, p.* FROM log p JOIN timeline t USING (number);
CREATE VIEW note_view AS SELECT t.utc, t.elapsed, p.* FROM note p JOIN timeline t USING (number);
