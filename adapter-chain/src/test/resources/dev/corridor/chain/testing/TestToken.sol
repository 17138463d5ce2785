// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// An ERC-20 token without an issuer, for test chains. Anyone may mint it; it can refuse a receiver, as USDC and USDT can.
contract TestToken {
    string public constant name = "Corridor test token";
    string public constant symbol = "TEST";
    uint8 public constant decimals = 6;

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => bool) public refused;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function mint(address to, uint256 value) external {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function refuse(address receiver, bool isRefused) external {
        refused[receiver] = isRefused;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        require(!refused[to], "receiver is refused");
        require(balanceOf[msg.sender] >= value, "balance is too low");
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}
