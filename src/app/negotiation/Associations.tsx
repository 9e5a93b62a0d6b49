import { formatIpv4, type Ladder, type LadderAssociations } from "../../core/index.ts";
import { StepMark } from "../play/StepMark.tsx";

interface AssociationsProps {
  readonly ladder: Ladder;
  readonly associations: LadderAssociations;
}

/** The associations that stand at the end, in words and numbers. */
export function Associations({ ladder, associations }: AssociationsProps) {
  const { ike, ipsec, transforms, mode, pfs, lifetimeSeconds, lifetimeKilobytes } = associations;
  const nameOf = (router: string) =>
    router === ladder.initiator.router ? ladder.initiator.name : (ladder.responder?.name ?? "");
  const addressText = (address: number | null) => (address === null ? "not told" : formatIpv4(address));
  const isUp = ike?.state === "QM_IDLE";
  return (
    <div className="rung-detail">
      <h3>Security associations</h3>
      {ike ? (
        <div className="rung-facts">
          <h4>
            <StepMark mark={isUp ? "passes" : "stops"} />{" "}
            {isUp ? "One IKE SA, for both directions" : "An IKE SA that is not finished"}
          </h4>
          <dl>
            <div>
              <dt>endpoints</dt>
              <dd>
                {addressText(ike.initiator)} and {addressText(ike.responder)}, UDP {ike.port}
              </dd>
            </div>
            <div>
              <dt>state</dt>
              <dd>
                {ike.state}, connection {ike.connectionId.initiator} at {ladder.initiator.name},{" "}
                {ike.connectionId.responder} at {ladder.responder?.name}
              </dd>
            </div>
            {ike.policy === null ? null : (
              <div>
                <dt>policy</dt>
                <dd>
                  {ike.policy}
                  {ike.lifetimeSeconds === null ? "" : `, ${ike.lifetimeSeconds} s`}
                </dd>
              </div>
            )}
          </dl>
        </div>
      ) : null}
      {ipsec.length > 0 ? (
        <div className="rung-facts">
          <h4>
            <StepMark mark="passes" /> IPsec SAs, one for each direction
          </h4>
          <dl>
            {ipsec.map((one) => (
              <div key={`${one.from} ${one.protocol} ${one.spi}`}>
                <dt>
                  {nameOf(one.from)} → {nameOf(one.to)}
                </dt>
                <dd>
                  {one.protocol.toUpperCase()}, SPI 0x{one.spi.toString(16).toUpperCase()}: outbound at{" "}
                  {nameOf(one.from)}, inbound at {nameOf(one.to)}. {one.selector}
                </dd>
              </div>
            ))}
            <div>
              <dt>protection</dt>
              <dd>
                {transforms}, {mode} mode, {pfs ? `PFS ${pfs}` : "no PFS"}
              </dd>
            </div>
            <div>
              <dt>lifetime</dt>
              <dd>
                {lifetimeSeconds === null
                  ? "set by hand, does not expire"
                  : `${lifetimeSeconds} s${lifetimeKilobytes === null ? "" : `, ${lifetimeKilobytes} KB`}`}
              </dd>
            </div>
          </dl>
        </div>
      ) : (
        <p>No IPsec SA stands: packets that should go through the tunnel are dropped.</p>
      )}
    </div>
  );
}
