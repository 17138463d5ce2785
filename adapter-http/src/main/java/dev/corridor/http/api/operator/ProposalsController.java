package dev.corridor.http.api.operator;

import dev.corridor.application.operator.DecideProposal;
import dev.corridor.application.operator.ListProposals;
import dev.corridor.application.operator.ProposeMovement;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.ProposalId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Corrections of transactions, which take two people. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/proposals", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProposalsController {

    private static final Cursor<ProposalId> PROPOSALS = new Cursor<>("proposals", ProposalId::parse);

    private final ListProposals listProposals;
    private final ProposeMovement proposeMovement;
    private final DecideProposal decideProposal;

    ProposalsController(ListProposals listProposals, ProposeMovement proposeMovement, DecideProposal decideProposal) {
        this.listProposals = listProposals;
        this.proposeMovement = proposeMovement;
        this.decideProposal = decideProposal;
    }

    /** List proposals, newest first. */
    @Get
    @Performs(ListProposals.class)
    ListResponse<ProposalResponse> listProposals(OnDuty onDuty, @RequestBean PageParameters page) {
        var proposals = listProposals.list(new ListProposals.Command(page.toPageRequest(PROPOSALS)));
        return ListResponse.of(proposals, ProposalResponse::of, Proposal::id, PROPOSALS);
    }

    /** Propose to reverse a trade, to settle or decline a fiat payout, or to book what has come back of a payout. Nothing moves yet. */
    @Post
    @Performs(ProposeMovement.class)
    ProposalResponse propose(OnDuty onDuty, @RequestOrigin Origin origin, @Body ProposalRequest request) {
        return ProposalResponse.of(proposeMovement.propose(request.toCommand(onDuty, origin)));
    }

    /** Approve what another operator has proposed, and carry it out. */
    @Post("/{proposalId}/approve")
    @Consumes(MediaType.ALL)
    @Performs(DecideProposal.class)
    ProposalResponse approve(OnDuty onDuty, @RequestOrigin Origin origin, String proposalId) {
        return decide(onDuty, origin, proposalId, true);
    }

    /** Reject a proposal, or take back your own. */
    @Post("/{proposalId}/reject")
    @Consumes(MediaType.ALL)
    @Performs(DecideProposal.class)
    ProposalResponse reject(OnDuty onDuty, @RequestOrigin Origin origin, String proposalId) {
        return decide(onDuty, origin, proposalId, false);
    }

    private ProposalResponse decide(OnDuty onDuty, Origin origin, String proposalId, boolean approves) {
        var proposal = Parameter.parse("proposalId", proposalId, ProposalId::parse);
        return ProposalResponse.of(decideProposal.decide(new DecideProposal.Command(onDuty.session(), proposal, approves, origin)));
    }
}
