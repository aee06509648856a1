#pragma once
// Which way each codec is decoded in this room, found out once per codec by test pictures. The room owns one and hands
// it to its pipelines, which it must outlive. Any thread; choose() never waits: proofs run on a thread of their own,
// and a feed that asks before they are through begins in software and changes over at a later key picture.

#include "media/gpu/gpu_backend.h"

#include <QString>

#include <memory>
#include <optional>

namespace gantry::media {

class GpuDecoding
{
public:
    explicit GpuDecoding(BackendTable table = gpuBackends());
    // Waits for a proof that runs: at most as long as a driver takes to open.
    ~GpuDecoding();

    struct Choice
    {
        const GpuBackend *backend = &softwareBackend;
        std::shared_ptr<const DecodeDevice> device; // of `backend`; null where `settled` is false
        std::optional<QString> note;                // why no better one: "VA-API: this machine has no such device."
        bool settled = true;                        // false: proofs still run, ask again at the next key picture
    };
    // What the next decoder of `codec` (an AVCodecID) is to use. The first question about a codec begins its proof.
    Choice choose(int codec);
    // Until every proof that was asked for is through. For those who may wait.
    void awaitProofs();

    // A decoder on this device gets nothing but errors: it is asked for the codec's test picture again. If it fails,
    // the device is lost and nobody is sent there again.
    void suspect(const GpuBackend &backend, int codec);
    bool isLost(const GpuBackend &backend) const;

    // How many decoders run on a device, counted by themselves.
    void began(const GpuBackend &backend);
    void ended(const GpuBackend &backend);
    int decoders(const GpuBackend &backend) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// How this machine decodes H.264, after a test picture. Opens drivers, which may take seconds: for those who may wait.
struct ProvenWay
{
    QString name; // of the backend
    bool onGpu = false;
    QString note; // why no better one
};
ProvenWay provenWay();

} // namespace gantry::media
